// The 32 operations of the AliasKit contract (§2) as the extension asks them, each with the right it needs and what it makes of a thing
// that is gone. Leans on the provider's slots; the ids are those of one person at the sandbox.
import { AppError } from '../../../lib/error.ts';
import type { EventSlot } from '../../../lib/providers/event-slot.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import type { Person } from '../sandbox/aliaskit-routes.ts';

export type Slots = Required<
  Pick<Provider, 'identities' | 'inbox' | 'events' | 'phones' | 'cards' | 'totps'>
>;

export interface AsWeAsk {
  /** Of the contract's index. */
  row: number;
  name: string;
  scope: string;
  ask: (slots: Slots, of: Person) => Promise<unknown>;
  /** What a thing that is not there means; absent where none is named. */
  gone?: 'not-found' | 'done';
  /** What a free plan refuses it with. */
  plan?: string;
}

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const mail = (of: Person) => ({ remoteId: of.id, channel: 'email' as const });
const texts = (of: Person) => ({ remoteId: of.id, channel: 'sms' as const });

/** The live line never throws: how it ended is its last word. */
function listened(events: EventSlot, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ending = new AbortController();
    const end = (then: () => void) => {
      ending.abort();
      then();
    };
    events.listen(
      [id],
      {
        onEvent: () => undefined,
        onState: (state) => {
          if (ending.signal.aborted) return;
          if (state.kind === 'listening') end(resolve);
          if (state.kind === 'off')
            end(() => (state.why === null ? resolve() : reject(new AppError(state.why))));
          if (state.kind === 'waiting') end(() => reject(new AppError('unreachable')));
        },
      },
      ending.signal,
    );
  });
}

/** Row, name, right, call; what a thing that is gone means; the free plan's refusal. */
const op = (
  row: number,
  name: string,
  scope: string,
  ask: AsWeAsk['ask'],
  gone?: AsWeAsk['gone'],
  plan?: string,
): AsWeAsk => ({ row, name, scope, ask, ...(gone && { gone }), ...(plan && { plan }) });

export const AS_WE_ASK: readonly AsWeAsk[] = [
  op(
    1,
    'make an identity',
    'identities:write',
    ({ identities }) => identities.create({}),
    undefined,
    'free_tier_identity_limit',
  ),
  op(2, 'list identities', 'identities:read', ({ identities }) => identities.list(0)),
  op(3, 'read an identity', 'identities:read', ({ identities }, { id }) => identities.get(id), 'not-found'),
  op(
    4,
    'change an identity',
    'identities:write',
    ({ identities }, { id }) => identities.update(id, { name: 'N' }),
    'not-found',
  ),
  op(5, 'delete an identity', 'identities:write', ({ identities }, { id }) => identities.remove(id), 'done'),
  op(
    6,
    'buy a number',
    'identities:write',
    ({ phones }, { id }) => phones.add(id, 'US'),
    'not-found',
    'free_tier_phone_blocked',
  ),
  op(7, 'list mail', 'messages:read', ({ inbox }, of) => inbox.list(mail(of), {}), 'not-found'),
  op(
    8,
    'send mail',
    'messages:write',
    ({ inbox }, { id }) => inbox.send(id, { channel: 'email', to: 'b@c.example', subject: 's', text: 't' }),
    'not-found',
  ),
  op(9, 'search mail', 'messages:read', ({ inbox }, { id }) => inbox.search(id, { query: 's' }), 'not-found'),
  op(10, 'read a mail', 'messages:read', ({ inbox }, of) => inbox.get(mail(of), of.emailId), 'not-found'),
  op(
    11,
    'mark a mail',
    'messages:write',
    ({ inbox }, of) => inbox.markRead(mail(of), of.emailId, true),
    'not-found',
  ),
  op(12, 'delete a mail', 'messages:write', ({ inbox }, of) => inbox.remove(mail(of), of.emailId), 'done'),
  op(13, 'list texts', 'messages:read', ({ inbox }, of) => inbox.list(texts(of), {}), 'done'),
  op(
    14,
    'send a text',
    'messages:write',
    ({ inbox }, { id }) => inbox.send(id, { channel: 'sms', to: '+12025550155', text: 't' }),
    'not-found',
  ),
  op(15, 'read a text', 'messages:read', ({ inbox }, of) => inbox.get(texts(of), of.smsId), 'not-found'),
  op(
    16,
    'mark a text',
    'messages:write',
    ({ inbox }, of) => inbox.markRead(texts(of), of.smsId, true),
    'not-found',
  ),
  op(17, 'delete a text', 'messages:write', ({ inbox }, of) => inbox.remove(texts(of), of.smsId), 'done'),
  op(
    18,
    'add a card',
    'cards:write',
    ({ cards }, { id }) => cards.create(id, { sealed: 'AAAA', last4: '4242' }),
    'not-found',
    'free_tier_cards_blocked',
  ),
  op(19, 'list cards', 'cards:read', ({ cards }, { id }) => cards.list(id), 'not-found'),
  op(20, 'read a card', 'cards:read', ({ cards }, { cardId }) => cards.get(cardId), 'not-found'),
  op(21, 'reveal a card', 'cards:read', ({ cards }, { cardId }) => cards.reveal(cardId, 100), 'not-found'),
  op(22, 'freeze', 'cards:write', ({ cards }, { cardId }) => cards.freeze(cardId), 'not-found'),
  op(23, 'unfreeze', 'cards:write', ({ cards }, { cardId }) => cards.unfreeze(cardId), 'not-found'),
  op(24, 'cancel', 'cards:write', ({ cards }, { cardId }) => cards.cancel(cardId), 'not-found'),
  op(25, 'read limits', 'cards:read', ({ cards }, { cardId }) => cards.limits(cardId), 'not-found'),
  op(
    26,
    'change limits',
    'cards:write',
    ({ cards }, { cardId }) => cards.setLimits(cardId, { budgetCents: 5 }),
    'not-found',
  ),
  op(
    27,
    'read the book',
    'cards:read',
    ({ cards }, { cardId }) => cards.transactions(cardId, 0),
    'not-found',
  ),
  op(
    28,
    'register an authenticator',
    'identities:write',
    ({ totps }, { id }) =>
      totps.register(id, { secret: SECRET, issuer: 'X', algorithm: 'SHA1', digits: 6, period: 30 }),
    'not-found',
    'free_tier_totp_blocked',
  ),
  op(29, 'list authenticators', 'identities:read', ({ totps }, { id }) => totps.list(id), 'not-found'),
  op(30, 'get a code', 'identities:read', ({ totps }, { id, totpId }) => totps.code(id, totpId), 'not-found'),
  op(
    31,
    'delete an authenticator',
    'identities:write',
    ({ totps }, { id, totpId }) => totps.remove(id, totpId),
    'done',
  ),
  op(32, 'listen', 'messages:read', ({ events }, { id }) => listened(events, id), 'not-found'),
];
