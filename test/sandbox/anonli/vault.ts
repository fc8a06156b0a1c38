// The vault routes of anon.li (contract §1.8): bootstrap for anybody, who never learns whether an account or a vault exists,
// and unlock for who holds a key and knows the password. Nothing here ever sees the password or the vault key.
import { createHmac } from 'node:crypto';
import { hashOf } from './accounts.ts';
import { atLeast, email, jsonOf, matches, readStrict, text } from './body.ts';
import { type Call, ok, type Reply } from './call.ts';
import { ApiError } from './errors.ts';
import type { AnonliState } from './rows.ts';
import { lockedVaultShape } from './shapes.ts';

/** Keys the salts of accounts that have no vault, so that they stay the same. */
const SERVER_SECRET = 'sandbox-auth-secret';

/** @returns what bootstrap says of an address without a vault: the same each time, and like any other. */
export function fakeSalt(address: string): string {
  const name = address.trim().toLowerCase();
  return createHmac('sha256', SERVER_SECRET).update(`vault-bootstrap:${name}`).digest('base64url');
}

/** @returns the address asked about, folded; blanks around it are refused, not cut. @throws ApiError 400 */
export function bootstrapAddress(body: string): string {
  const value = jsonOf(body);
  const address = typeof value === 'object' && value !== null ? Reflect.get(value, 'email') : undefined;
  if (email(254)(address) !== null)
    throw new ApiError({ code: 'VALIDATION_ERROR', message: 'Invalid email address', routed: true });
  return String(address).toLowerCase();
}

export function bootstrap(state: AnonliState, address: string): object {
  const user = [...state.users.values()].find((one) => one.email === address);
  return { authSalt: user?.vault?.authSalt ?? fakeSalt(address), kdfVersion: 1 };
}

const SECRET = {
  auth_secret: text(2048, atLeast(16, matches(/^[A-Za-z0-9_-]+$/, 'Must be a base64url-encoded value'))),
};

export function unlock({ text: body, who }: Call): Reply {
  const { auth_secret: secret } = readStrict(jsonOf(body), SECRET);
  const { vault } = who.user;
  if (vault === null)
    throw new ApiError({ code: 'NOT_FOUND', message: 'Vault is not configured', routed: true });
  if (hashOf(String(secret)) !== vault.secretHash)
    throw new ApiError({ code: 'UNAUTHORIZED', message: 'Incorrect vault password', routed: true });
  return ok(lockedVaultShape(vault));
}
