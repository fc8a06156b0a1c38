// How a password opens an anon.li vault (contract §2.2–2.4): one Argon2id gives the secret that is shown to the server, a
// second, under the salt the server gives for it, the key that unwraps the vault key. Pure functions: what to ask the server
// and when is anonli.ts's. The password's bytes are taken as typed, since the service neither normalises nor trims them.
import { unwrapKey } from '../../crypto/aes-kw.ts';
import { type Bytes, fromBase64Url, toBase64Url } from '../../crypto/bytes.ts';
import { deriveKeyExactly, type KdfCost } from '../../crypto/kdf.ts';
import { AppError } from '../../error.ts';

/** A vault key: AES-256, also the key that wraps drop keys. */
export const VAULT_KEY_LENGTH = 32;
const SALT_LENGTH = 32;
/** RFC 3394 adds eight bytes. */
const WRAPPED_LENGTH = VAULT_KEY_LENGTH + 8;

/** What each version of the derivation costs; a version that is not here was invented after this program. */
const COSTS: ReadonlyMap<number, KdfCost> = new Map([[1, { m: 64 * 1024, t: 3, p: 1 }]]);

/** What the server tells anybody (`POST /api/vault/bootstrap`). */
export interface Bootstrap {
  /** 32 bytes, base64url. Another after every change of password and every reset: compared to find a stale vault key. */
  authSalt: string;
  kdfVersion: number;
}

/** What the server tells who knows the password (`POST /v1/vault/unlock`). */
export interface LockedVault {
  vaultId: string;
  /** Counts changes of password from 1; says nothing of the labels. */
  generation: number;
  /** 32 bytes, base64url. */
  vaultSalt: string;
  /** 40 bytes, base64url. */
  wrappedKey: string;
  kdfVersion: number;
}

/**
 * The secret that proves the password to the server. It signs in to the account: send it, drop it, keep it nowhere.
 * @returns base64url, 43 characters
 * @throws AppError `unsupported` for an unknown version, `malformed` for a salt that is none, `rejected` (field `password`)
 * for an empty password
 */
export async function deriveAuthSecret(
  password: string,
  { authSalt, kdfVersion }: Bootstrap,
): Promise<string> {
  const secret = await derive(password, authSalt, kdfVersion, '$.data.authSalt');
  const text = toBase64Url(secret);
  secret.fill(0);
  return text;
}

/**
 * The vault key out of its wrapping.
 * @returns 32 bytes
 * @throws AppError `wrong-passphrase` if the password does not open it (RFC 3394 cannot tell that from damage); else as above
 */
export async function openVaultKey(password: string, vault: LockedVault): Promise<Bytes> {
  const wrapped = decoded(vault.wrappedKey, WRAPPED_LENGTH, '$.data.password_wrapped_vault_key');
  const kek = await derive(password, vault.vaultSalt, vault.kdfVersion, '$.data.vault_salt');
  const key = unwrapKey(kek, wrapped);
  kek.fill(0);
  if (key === null) throw new AppError('wrong-passphrase', { what: 'vault' });
  return key;
}

/** Versions are checked before any memory is taken: an unknown one would cost a second and open nothing. */
function derive(password: string, salt: string, version: number, field: string): Promise<Bytes> {
  const cost = COSTS.get(version);
  if (cost === undefined) throw new AppError('unsupported', { what: 'vault' });
  if (password === '') throw new AppError('rejected', { field: 'password' });
  return deriveKeyExactly(password, { ...cost, salt: decoded(salt, SALT_LENGTH, field) });
}

function decoded(text: string, length: number, field: string): Bytes {
  const bytes = bytesOrNull(text);
  if (bytes?.length !== length) throw new AppError('malformed', { field });
  return bytes;
}

function bytesOrNull(text: string): Bytes | null {
  try {
    return fromBase64Url(text);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
