// Addresses without any service: sub-addresses of a mailbox the user has, or any name at a domain that catches all. Leans
// on tag.ts and scheme.ts; no network, no state: the same account and site always give the same address.
import { fromBase64, randomBytes } from '../../crypto/bytes.ts';
import { AppError } from '../../error.ts';
import type { LocalAccount, TagFormat } from '../../model.ts';
import type { AliasWish, Provider } from '../provider.ts';
import { frameOf, MAX_ADDRESS, MAX_LOCAL_PART } from './scheme.ts';
import { shapeTag, tagOf, VARIANTS } from './tag.ts';

export function local(account: LocalAccount): Provider {
  return {
    aliases: {
      create: async (wish) => ({
        remoteId: null,
        email: localAddress(account, wish),
        kind: 'alias',
        active: true,
        persona: null,
        createdAt: Date.now(),
        updatedAt: null,
      }),
      verify: (email, site) => verifyLocal(account, email, site),
    },
    // Nothing to reach: the account works if an address comes out of it.
    probe: async () => {
      localAddress(account, { site: 'shop.example' });
      return { scopes: {}, count: null };
    },
  };
}

/**
 * @returns the account's address for a site and variant; with `site: null` a random one
 * @throws AppError `rejected` with field `mailbox` (also where no room is left for a tag), `separator`, `domain`, `site`,
 * `variant`; `corrupt` if the tag key is not 32 bytes
 */
export function localAddress(account: LocalAccount, { site, variant = 0 }: AliasWish): string {
  const { before, after } = frameOf(account.scheme);
  const room = Math.min(MAX_LOCAL_PART - before.length, MAX_ADDRESS - before.length - after.length);
  const tag =
    site === null
      ? shapeTag(randomBytes(5), account.format, 'any', room)
      : tagOf(tagKeyOf(account), account.format, site, variant, room);
  if (tag === null) throw new AppError('rejected', { field: 'mailbox', what: 'account' });
  return before + tag + after;
}

const SHAPES: readonly TagFormat[] = ['site-hash', 'hash', 'site.hash'];

/** Whether the account computed this address for this site, in any variant and shape. Sites that fold case are forgiven. */
export function verifyLocal(account: LocalAccount, email: string, site: string): boolean {
  const wanted = email.trim().toLowerCase();
  return SHAPES.some((format) =>
    Array.from({ length: VARIANTS }, (_, variant) => variant).some(
      (variant) => localAddress({ ...account, format }, { site, variant }).toLowerCase() === wanted,
    ),
  );
}

function tagKeyOf({ tagKey }: LocalAccount): Uint8Array {
  const key = base64OrNull(tagKey);
  if (key?.length !== 32) throw new AppError('corrupt', { what: 'account' });
  return key;
}

function base64OrNull(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
