// An anon.li account on any server as the cases use it: the provider, what it is known to be allowed, and what was made and has
// to be removed. Leans on the extension's own provider and transport; counts every request.
import { toBase64 } from '../../lib/crypto/bytes.ts';
import { AppError } from '../../lib/error.ts';
import { anonli } from '../../lib/providers/anonli/anonli.ts';
import type { DestinationSlot } from '../../lib/providers/destination-slot.ts';
import { createTransport, type MakeTransport } from '../../lib/providers/http.ts';
import type {
  AliasSlot,
  LabelSlot,
  Provider,
  RemoteAddress,
  VaultSlot,
} from '../../lib/providers/provider.ts';
import type { Quota } from '../../lib/quota.ts';
import type { RateReading } from '../../lib/rate-reading.ts';
import { type ContractOptions, patiently, type Rig } from './suite.ts';

export interface AnonliRig extends Rig {
  options: ContractOptions;
  aliases: Required<Pick<AliasSlot, 'create' | 'list' | 'get' | 'setActive' | 'setRecipients' | 'remove'>>;
  labels: LabelSlot;
  destinations: DestinationSlot;
  vault: VaultSlot;
  probe: NonNullable<Provider['probe']>;
  /** The same account with a key that is none. */
  stranger: Provider;
  /** Null for a key of an organisation. */
  quota: Quota | null;
  /** What the last answer said of the month; null if none said anything yet. */
  rate: RateReading | null;
  /** Labels under another key, as after the vault was opened. */
  labelsUnder(key: string): LabelSlot;
  /** Made, and removed at the end if a case does not. */
  make(wish?: { localPart?: string; format?: 'uuid' }): Promise<RemoteAddress & { remoteId: string }>;
  made: Map<string, { name: string; remove(): Promise<void> }>;
}

/** Something no person would choose, so that nobody's address is in the way. */
export const unlikely = (): string => `moniker.check.${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

/** A reason to leave out what only a person's own account has. */
export const personal = ({ quota }: AnonliRig): string | null =>
  quota === null ? 'the key is of an organisation, or does not work' : null;

export async function openAnonli(options: ContractOptions): Promise<AnonliRig> {
  let requests = 0;
  const rig = { rate: null } as { rate: RateReading | null };
  const makeTransport: MakeTransport = (more) =>
    createTransport({
      ...more,
      meter: {
        take: async () => {
          requests += 1;
        },
        learn: async ({ rate }) => {
          rig.rate = rate ?? rig.rate;
        },
      },
    });
  const connect = (apiKey: string, key: string) =>
    anonli({ id: 'contract', baseUrl: options.base, apiKey, vault: { key } }, makeTransport);
  // Labels of aliases that are removed again need nobody's key but one to be read back with.
  const provider = connect(options.key, toBase64(crypto.getRandomValues(new Uint8Array(32))));
  const { aliases, labels, destinations, vault, quota, probe } = provider;
  if (!aliases || !labels || !destinations || !vault || !quota || !probe)
    throw new Error('a slot is missing');
  const made: AnonliRig['made'] = new Map();
  const left: string[] = [];
  const all = whole(aliases);
  return Object.assign(rig, {
    options,
    aliases: all,
    labels,
    destinations,
    // Asked a few times by one case, and five times a minute by anybody.
    vault: {
      unlock: (password: string) => patiently(() => vault.unlock(password)),
      isCurrent: (opened: Parameters<VaultSlot['isCurrent']>[0]) => patiently(() => vault.isCurrent(opened)),
    },
    probe,
    made,
    stranger: connect('ak_00000000000000000000000000000000', toBase64(new Uint8Array(32))),
    quota: await quota.read().catch(ofOrganisation),
    labelsUnder(key: string) {
      const slot = connect(options.key, key).labels;
      if (slot === undefined) throw new Error('no labels');
      return slot;
    },
    async make(wish: { localPart?: string; format?: 'uuid' } = {}) {
      const address = await all.create({ site: null, ...wish });
      const { remoteId } = address;
      if (remoteId === null) throw new Error('an alias without an id');
      made.set(remoteId, { name: address.email, remove: () => all.remove(remoteId) });
      return { ...address, remoteId };
    },
    requests: () => requests,
    async clear() {
      for (const [id, { name, remove }] of [...made].reverse()) {
        made.delete(id);
        await remove().catch(() => left.push(name));
      }
      return left;
    },
  });
}

function whole(aliases: AliasSlot): AnonliRig['aliases'] {
  const { create, list, get, setActive, setRecipients, remove } = aliases;
  if (!list || !get || !setActive || !setRecipients || !remove)
    throw new Error('aliases cannot do all they should');
  return { create, list, get, setActive, setRecipients, remove };
}

/** What is wrong with the key itself is the first case's to say. */
function ofOrganisation(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
