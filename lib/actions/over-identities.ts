// One request for each of some identities, for what services list below an identity only. Leans on the vault. Bounded, since each
// identity costs one request of its key's minute; what one account refuses for all of its identities is not asked it again.
import { AppError, type ErrorCode } from '../error.ts';
import type { Address } from '../model.ts';
import type { Unlocked } from '../vault/vault.ts';
import { listAddresses } from './search-addresses.ts';

/** Identities asked in one go. */
const FAN_OUT = 12;
/** Of these, how many are asked because they were not for longest: so that every one has its turn. */
const IN_TURN = 4;
/** Asked at the same time: a dozen answers one after another would keep a person waiting. */
const AT_ONCE = 3;

/** After these, asking for the account's next identity would only fail the same way. */
const STOPS: Partial<Record<ErrorCode, true>> = {
  'rate-limited': true,
  budget: true,
  unauthorized: true,
  unreachable: true,
  'missing-scope': true,
  plan: true,
  'no-account': true,
};

export interface FanOut {
  /** Identities that were asked and answered, of so many that could be. */
  asked: number;
  of: number;
  /** The first trouble; what was done before and after it stays done. */
  trouble: AppError | null;
}

export interface Choice {
  /** Whether an identity can be asked at all. */
  able?: (identity: Address) => boolean;
  /** When it was last asked, by its id: then some have their turn who were not used lately. */
  askedAt?: ReadonlyMap<string, number>;
}

/** Does `work` for one identity, or for some: those used last, and in turn the others. */
export async function overIdentities(
  u: Unlocked,
  addressId: string | null,
  work: (identity: Address) => Promise<void>,
  { able = () => true, askedAt }: Choice = {},
): Promise<FanOut> {
  const { addresses } = await listAddresses(u, 'identity');
  const all = addresses
    .filter((identity) => identity.remoteId !== null && able(identity))
    .filter(({ id }) => addressId === null || id === addressId)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt));
  const waiting = chosen(all, askedAt);
  const refused = new Set<string>();
  const outcome: FanOut = { asked: 0, of: all.length, trouble: null };
  const askOn = async (): Promise<void> => {
    for (let identity = waiting.shift(); identity; identity = waiting.shift()) {
      if (refused.has(identity.accountId)) continue;
      try {
        await work(identity);
        outcome.asked += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        outcome.trouble ??= error;
        if (STOPS[error.code]) refused.add(identity.accountId);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return outcome;
}

function chosen(all: readonly Address[], askedAt?: ReadonlyMap<string, number>): Address[] {
  if (askedAt === undefined || all.length <= FAN_OUT) return all.slice(0, FAN_OUT);
  const lately = all.slice(0, FAN_OUT - IN_TURN);
  const others = all.slice(FAN_OUT - IN_TURN);
  const longest = others.sort((a, b) => (askedAt.get(a.id) ?? 0) - (askedAt.get(b.id) ?? 0));
  return [...lately, ...longest.slice(0, IN_TURN)];
}
