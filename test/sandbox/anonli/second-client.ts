// What another client of the same account does, so that tests can have one: makes and re-wraps vaults from a password, seals
// and opens labels (contract §2). Leans on hash-wasm and node:crypto, and shares no line with the extension's own code.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { hashOf } from './accounts.ts';
import type { VaultRow } from './rows.ts';

/** RFC 3394 §2.2.3.1. */
const DEFAULT_IV = Buffer.from('a6a6a6a6a6a6a6a6', 'hex');

const derive = async (password: string, salt: Uint8Array): Promise<Buffer> =>
  Buffer.from(
    await argon2id({
      password: Buffer.from(password, 'utf8'),
      salt,
      parallelism: 1,
      iterations: 3,
      memorySize: 64 * 1024,
      hashLength: 32,
      outputType: 'binary',
    }),
  );

function wrap(kek: Buffer, key: Buffer): string {
  const cipher = createCipheriv('id-aes256-wrap', kek, DEFAULT_IV);
  return Buffer.concat([cipher.update(key), cipher.final()]).toString('base64url');
}

/** The vault that this password opens from now on. @param key of the vault that was there before; none makes another vault */
export async function sealVault(
  password: string,
  key?: string,
): Promise<Pick<VaultRow, 'authSalt' | 'vaultSalt' | 'wrappedKey' | 'secretHash'> & { key: string }> {
  const [authSalt, vaultSalt] = [randomBytes(32), randomBytes(32)];
  const vaultKey = key === undefined ? randomBytes(32) : Buffer.from(key, 'base64url');
  const secret = (await derive(password, authSalt)).toString('base64url');
  return {
    authSalt: authSalt.toString('base64url'),
    vaultSalt: vaultSalt.toString('base64url'),
    wrappedKey: wrap(await derive(password, vaultSalt), vaultKey),
    secretHash: hashOf(secret),
    key: vaultKey.toString('base64url'),
  };
}

export type Field = 'label' | 'note';

const aad = (aliasId: string, field: Field): Buffer =>
  Buffer.from(`anon.li:alias-metadata:v1:${aliasId}:${field}`, 'utf8');

/** @returns the envelope; null for no text, as the web app clears it */
export function sealText(key: string, aliasId: string, field: Field, text: string): string | null {
  if (text === '') return null;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), iv);
  cipher.setAAD(aad(aliasId, field));
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return JSON.stringify({
    v: 1,
    alg: 'AES-256-GCM',
    iv: iv.toString('base64url'),
    ct: ct.toString('base64url'),
  });
}

/** @returns `''` where there is none, null where this key does not open it */
export function openText(key: string, aliasId: string, field: Field, envelope: string | null): string | null {
  if (envelope === null) return '';
  try {
    const { iv, ct } = JSON.parse(envelope) as { iv: string; ct: string };
    const sealed = Buffer.from(ct, 'base64url');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'base64url'),
      Buffer.from(iv, 'base64url'),
    );
    decipher.setAAD(aad(aliasId, field));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    // Another key, another alias, or no envelope at all: to this client they are all closed.
    return null;
  }
}
