// Opening an anon.li vault, held to the contract's vectors and to those of the server's own code: real Argon2id at full cost,
// so each vector takes about two seconds. Nothing of the password may be normalised on the way.
import { describe, expect, test } from 'vitest';
import { unwrapKey, wrapKey } from '../../../lib/crypto/aes-kw.ts';
import { fromBase64Url, fromHex, toBase64Url, toHex } from '../../../lib/crypto/bytes.ts';
import { deriveAuthSecret, type LockedVault, openVaultKey } from '../../../lib/providers/anonli/vault.ts';
import server from '../../vectors/anonli/server.json';
import { limits, negative, vectors } from '../../vectors/anonli/vault.json';
import { failure } from './errors.ts';

const SLOW = 60_000;

interface Vector {
  vault_salt: string;
  password_wrapped_vault_key: string;
}
const locked = (vector: Vector): LockedVault => ({
  vaultId: 'cmtestvault00000000000001',
  generation: 1,
  vaultSalt: vector.vault_salt,
  wrappedKey: vector.password_wrapped_vault_key,
  kdfVersion: 1,
});
function vectorOf(name: string) {
  const found = vectors.find((vector) => vector.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}
const ascii = vectorOf('ascii');
const changed = vectorOf('after-change-password');

describe.each(vectors)('vector $name', (vector) => {
  test('the secret and the vault key', { timeout: SLOW }, async () => {
    const { password } = vector;
    const secret = await deriveAuthSecret(password, { authSalt: vector.auth_salt, kdfVersion: 1 });
    expect(secret).toBe(vector.auth_secret);
    expect(secret).toHaveLength(limits.auth_secret_chars);
    expect(toBase64Url(await openVaultKey(password, locked(vector)))).toBe(vector.vault_key);
  });

  test('wrapped again, the key is wrapped the same', () => {
    const wrapped = toBase64Url(wrapKey(fromHex(vector.kek_hex), fromBase64Url(vector.vault_key)));
    expect(wrapped).toBe(vector.password_wrapped_vault_key);
    expect(wrapped).toHaveLength(limits.wrapped_key_chars);
  });
});

test("the server's own vault opens", { timeout: SLOW }, async () => {
  const { password } = server;
  expect(await deriveAuthSecret(password, { authSalt: server.auth_salt, kdfVersion: 1 })).toBe(
    server.auth_secret,
  );
  expect(toHex(await openVaultKey(password, locked(server)))).toBe(server.vault_key_hex);
});

describe('the password is taken as typed', () => {
  const { auth_salt, password, nfd_password_gives_other_auth_secret: other } = vectorOf('unicode');

  test('decomposed, it is another password', { timeout: SLOW }, async () => {
    const decomposed = password.normalize('NFD');
    expect(decomposed).not.toBe(password);
    expect(await deriveAuthSecret(decomposed, { authSalt: auth_salt, kdfVersion: 1 })).toBe(other);
  });

  test('with blanks around it, too', { timeout: SLOW }, async () => {
    const blank = await deriveAuthSecret(`${ascii.password} `, { authSalt: ascii.auth_salt, kdfVersion: 1 });
    expect(blank).not.toBe(ascii.auth_secret);
  });
});

describe('after a change of password', () => {
  test('the vault key stays', () => {
    expect(changed.vault_key).toBe(ascii.vault_key);
  });

  test('the old password gives the old secret, and opens nothing', { timeout: SLOW }, async () => {
    const old = changed.old_password ?? '';
    expect(await deriveAuthSecret(old, { authSalt: ascii.auth_salt, kdfVersion: 1 })).toBe(
      changed.old_auth_secret,
    );
    expect(await failure(openVaultKey(old, locked(changed)))).toEqual({
      code: 'wrong-passphrase',
      detail: { what: 'vault' },
    });
  });

  test.each(negative.filter((one) => one.with_kek_of !== undefined))('$why', (one) => {
    const kek = fromHex(vectorOf(one.with_kek_of ?? '').kek_hex);
    const wrapped = fromBase64Url(vectorOf(one.vector).password_wrapped_vault_key);
    expect(unwrapKey(kek, wrapped)).toBeNull();
  });
});

describe('refused before a second is spent', () => {
  const whole = locked(ascii);

  test.each([0, 2, Number.NaN])('version %s of the derivation', async (kdfVersion) => {
    const expected = { code: 'unsupported', detail: { what: 'vault' } };
    expect(await failure(deriveAuthSecret('x', { authSalt: ascii.auth_salt, kdfVersion }))).toEqual(expected);
    expect(await failure(openVaultKey('x', { ...whole, kdfVersion }))).toEqual(expected);
  });

  test('no password', async () => {
    const expected = { code: 'rejected', detail: { field: 'password' } };
    const known = { authSalt: ascii.auth_salt, kdfVersion: 1 };
    expect(await failure(deriveAuthSecret('', known))).toEqual(expected);
    expect(await failure(openVaultKey('', whole))).toEqual(expected);
  });

  test.each(['', 'AAAA', `${ascii.auth_salt}=`, ascii.auth_salt.replace('_', '/')])(
    '%j as a salt',
    async (salt) => {
      expect((await failure(deriveAuthSecret('x', { authSalt: salt, kdfVersion: 1 }))).code).toBe(
        'malformed',
      );
      expect((await failure(openVaultKey('x', { ...whole, vaultSalt: salt }))).code).toBe('malformed');
    },
  );

  test.each(['', 'AAAA', `${ascii.password_wrapped_vault_key}AAAA`])('%j as a wrapped key', async (text) => {
    expect(await failure(openVaultKey('x', { ...whole, wrappedKey: text }))).toEqual({
      code: 'malformed',
      detail: { field: '$.data.password_wrapped_vault_key' },
    });
  });
});
