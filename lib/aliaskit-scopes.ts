// What each scope of an AliasKit key is good for here (contract §1.1), by catalogue key, in the order in which they are of use. Pure; the
// names are the service's own, since that is what its dashboard asks for.
import type { MessageKey } from './i18n.ts';

export const ALIASKIT_SCOPES = {
  'identities:read': 'rightIdentitiesRead',
  'identities:write': 'rightIdentitiesWrite',
  'messages:read': 'rightMessagesRead',
  'messages:write': 'rightMessagesWrite',
  'cards:read': 'rightCardsRead',
  'cards:write': 'rightCardsWrite',
} as const satisfies Record<string, MessageKey>;

export type AliaskitScope = keyof typeof ALIASKIT_SCOPES;
export const ALIASKIT_SCOPE_NAMES = Object.keys(ALIASKIT_SCOPES) as AliaskitScope[];
