// An AliasKit account on any server as the cases use it: the provider, which rights and plan its key turns out to have, and what
// was made and has to be removed. Leans on the extension's own provider and transport; looks into every request for what must
// never be in one.
import { AppError } from '../../lib/error.ts';
import { aliaskit } from '../../lib/providers/aliaskit/aliaskit.ts';
import { createCardKey } from '../../lib/providers/aliaskit/card-key.ts';
import { createTransport, type MakeTransport } from '../../lib/providers/http.ts';
import type { IdentityWish, Provider } from '../../lib/providers/provider.ts';
import { PATIENT, patiently } from './patience.ts';
import type { ContractOptions, Rig } from './suite.ts';

/** What cases need, found out before the first one. */
export type Right = 'identities' | 'change' | 'read' | 'write' | 'cards' | 'payments' | 'totps';

export interface Made {
  id: string;
  email: string;
  phone: string | null;
}

export interface AliaskitRig extends Rig {
  options: ContractOptions;
  provider: Required<
    Pick<Provider, 'identities' | 'inbox' | 'events' | 'phones' | 'cards' | 'totps' | 'probe'>
  >;
  /** The same account with a key that is none. */
  stranger: Provider;
  cardKey: string;
  /** Why something cannot be tried; null for what works. */
  lacks: Record<Right, string | null>;
  /** Requests that held a card key or a card number: there may be none. */
  leaks: string[];
  /** Removed at the end if a case does not. */
  make(wish?: IdentityWish): Promise<Made>;
}

/** A published test number: no card has it. */
export const CARD_NUMBER = '4242424242424242';

export async function openAliaskit(options: ContractOptions): Promise<AliaskitRig> {
  let requests = 0;
  const cardKey = options.cardKey ?? createCardKey();
  const leaks: string[] = [];
  const made = new Map<string, string>();
  const makeTransport: MakeTransport = (more) =>
    createTransport({
      ...more,
      timeouts: PATIENT,
      fetch: patiently((url, init) => {
        requests += 1;
        const sent = `${url} ${JSON.stringify(init.headers)} ${String(init.body ?? '')}`;
        if (sent.includes(cardKey) || sent.includes('ak_ck_') || sent.includes(CARD_NUMBER))
          leaks.push(`${init.method ?? ''} ${new URL(url).pathname}`);
        return fetch(url, init);
      }),
    });
  const connect = (apiKey: string): Provider =>
    aliaskit(
      { id: 'contract', kind: 'aliaskit', name: '', createdAt: 0, baseUrl: options.base, apiKey, cardKey },
      makeTransport,
    );
  const provider = whole(connect(options.key));
  const { identities } = provider;
  const make = async (wish: IdentityWish = {}): Promise<Made> => {
    const { remoteId, email, persona } = await identities.create(wish);
    if (remoteId === null) throw new Error('an identity without an id');
    made.set(remoteId, email);
    return { id: remoteId, email, phone: persona?.phone ?? null };
  };
  return {
    options,
    provider,
    stranger: connect('ak_live_00000000000000000000000000000000'),
    cardKey,
    lacks: await findLacks(provider, make),
    leaks,
    make,
    requests: () => requests,
    async clear() {
      const left: string[] = [];
      for (const [id, email] of [...made].reverse()) {
        // It is called after every case: what was removed then need not be again.
        await identities.remove(id).then(
          () => made.delete(id),
          () => left.push(email),
        );
      }
      return left;
    },
  };
}

function whole(provider: Provider): AliaskitRig['provider'] {
  const { identities, inbox, events, phones, cards, totps, probe } = provider;
  if (!identities || !inbox || !events || !phones || !cards || !totps || !probe)
    throw new Error('a slot is missing');
  return { identities, inbox, events, phones, cards, totps, probe };
}

const REFUSED: Partial<Record<string, string>> = {
  'missing-scope': 'the key lacks the scope',
  plan: 'the plan does not allow it',
};

/** No route tells them: harmless requests do, most of them for things that are not there. */
async function findLacks(
  { identities, inbox, cards, totps }: AliaskitRig['provider'],
  make: AliaskitRig['make'],
): Promise<AliaskitRig['lacks']> {
  const nobody = { remoteId: 'nobody', channel: 'email' } as const;
  const one = await make().catch(() => null);
  const id = one?.id ?? 'nobody';
  const needsOne = one === null ? 'no identity can be made' : null;
  return {
    identities: await whyNot(identities.list(0)),
    change: needsOne,
    read: needsOne ?? (await whyNot(inbox.list({ ...nobody, remoteId: id }, {}))),
    write: needsOne ?? (await whyNot(inbox.markRead(nobody, 'nothing', true))),
    cards: needsOne ?? (await whyNot(cards.list(id))),
    payments: needsOne ?? (await whyNot(cards.create(id, { sealed: 'AAAA', last4: '0000' }))),
    totps:
      needsOne ??
      (await whyNot(
        totps.register(id, { ...TOTP, issuer: 'Check', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }),
      )),
  };
}

export const TOTP = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Only a missing right or plan is a reason to leave cases out; every other trouble is theirs to show. */
async function whyNot(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const why = REFUSED[error.code];
    return why === undefined ? null : `${why} ${error.detail.limit ?? ''}`.trim();
  }
}

/** The first reason among these rights, for a case's `unless`. */
export const needs =
  (...rights: readonly Right[]) =>
  ({ lacks }: AliaskitRig): string | null =>
    rights.map((right) => lacks[right]).find((why) => why !== null) ?? null;

/** Asks again until there is something, for at most a minute: mail takes its time. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 60_000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 3000)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('did not come within a minute');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
