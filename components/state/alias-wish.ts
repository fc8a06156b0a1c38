// How a new alias is wished for, as a flat draft, and what it stands for: domain, format, a part before the `@` of one's own,
// recipients. Leans on lib/requests.ts and lib/local-part.ts; asks nothing.
import { localPartTrouble } from '../../lib/local-part.ts';
import { ALIAS_FORMATS, type AliasFormat, type AliasWish } from '../../lib/requests.ts';

/** Members of a draft: recipients are ids divided by blanks, which no id holds. */
export const NO_WISH = { aliasDomain: '', aliasFormat: '', localPart: '', recipients: '' };
export type WishDraft = typeof NO_WISH;

export const formatOf = ({ aliasFormat }: WishDraft): AliasFormat =>
  ALIAS_FORMATS.find((known) => known === aliasFormat) ?? 'random_characters';

export const recipientsOf = ({ recipients }: WishDraft): string[] => recipients.split(' ').filter(Boolean);

/** @returns the draft of a wish remembered. */
export function draftOf(wish: AliasWish): WishDraft {
  return {
    aliasDomain: wish.domain ?? '',
    aliasFormat: wish.aliasFormat ?? '',
    localPart: wish.localPart ?? '',
    recipients: (wish.recipientIds ?? []).join(' '),
  };
}

/** @returns what is sent: empty members are left out, so that the account decides them. */
export function wishOf(draft: WishDraft): AliasWish {
  const { aliasDomain, aliasFormat, localPart } = draft;
  const recipientIds = recipientsOf(draft);
  const format = formatOf(draft);
  return {
    ...(aliasDomain ? { domain: aliasDomain } : {}),
    ...(format === 'custom' ? { aliasFormat: format, localPart } : {}),
    ...(format !== 'custom' && aliasFormat ? { aliasFormat: format } : {}),
    ...(recipientIds.length > 0 ? { recipientIds } : {}),
  };
}

/** Whether it can be sent as it stands. */
export const isWhole = (draft: WishDraft): boolean =>
  formatOf(draft) !== 'custom' || localPartTrouble(draft.localPart) === null;
