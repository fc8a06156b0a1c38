// The shop's customers: passwords by scrypt, mailed codes that expire and run out of tries, TOTP with one step of
// tolerance. Leans on node:crypto and otpauth; knows no page and sends no mail.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import type { Settings } from '../world/settings.ts';
import type { ShopUser } from '../world/state.ts';
import type { World } from '../world/world.ts';

const CODE_LIFE = 10 * 60_000;
const CODE_TRIES = 5;

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${(await derive(password, salt, 32)).toString('hex')}`;
}

async function passwordIs(kept: string, password: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split(':');
  return timingSafeEqual(Buffer.from(hash, 'hex'), await derive(password, Buffer.from(salt, 'hex'), 32));
}

const keyOf = (email: string): string => email.trim().toLowerCase();

export const findUser = (world: World, email: string | null): ShopUser | undefined =>
  email === null ? undefined : world.state.shopUsers.get(keyOf(email));

/** Adds a customer, or starts an unconfirmed one over; null where the address already belongs to a confirmed one. */
export async function addUser(
  world: World,
  person: { name: string; email: string; password: string; person?: ShopUser['person'] },
): Promise<ShopUser | null> {
  if (findUser(world, person.email)?.verified) return null;
  const user: ShopUser = {
    id: world.random.alnum(10),
    name: person.name,
    email: person.email.trim(),
    person: person.person ?? null,
    passwordHash: await hashPassword(person.password),
    verified: false,
    mailCode: null,
    totpSecret: null,
    pendingTotpSecret: null,
  };
  world.state.shopUsers.set(keyOf(user.email), user);
  world.changed();
  return user;
}

/** The confirmed customer with this password. */
export async function logIn(world: World, email: string, password: string): Promise<ShopUser | undefined> {
  const user = findUser(world, email);
  return user?.verified && (await passwordIs(user.passwordHash, password)) ? user : undefined;
}

/** A new six-digit code for the customer; the earlier one stops working. */
export function drawCode(world: World, user: ShopUser): string {
  const value = world.random.digits(6);
  user.mailCode = { value, expiresAt: world.now() + CODE_LIFE, triesLeft: CODE_TRIES };
  world.changed();
  return value;
}

/** A token to confirm with by link, in the code's place. */
export function drawToken(world: World, user: ShopUser): string {
  const value = world.random.alnum(40);
  user.mailCode = { value, expiresAt: world.now() + CODE_LIFE, triesLeft: 1 };
  world.changed();
  return value;
}

/** Confirms the customer whose token it is; undefined for none, and for one that is too old or was used. */
export function confirmByToken(world: World, token: string): ShopUser | undefined {
  if (token.length !== 40) return undefined;
  const user = [...world.state.shopUsers.values()].find(({ mailCode }) => mailCode?.value === token);
  return user !== undefined && tryCode(world, user, token) === 'right' ? user : undefined;
}

export type CodeVerdict = 'right' | 'wrong' | 'expired' | 'spent';

/** Judges a mailed code; a right one confirms the customer and is used up. */
export function tryCode(world: World, user: ShopUser, code: string): CodeVerdict {
  const kept = user.mailCode;
  if (kept === null || kept.triesLeft === 0) return 'spent';
  if (world.now() > kept.expiresAt) return 'expired';
  if (kept.value !== code) {
    kept.triesLeft -= 1;
    return 'wrong';
  }
  Object.assign(user, { verified: true, mailCode: null });
  world.changed();
  return 'right';
}

function totpOf(user: ShopUser, secret: string, parameters: Settings['shop']['totp'], issuer: string): TOTP {
  return new TOTP({ issuer, label: user.email, secret: Secret.fromBase32(secret), ...parameters });
}

/** The `otpauth://` address of the secret offered to the customer; the same one until it is confirmed. */
export function offerTotp(world: World, user: ShopUser, issuer: string): { secret: string; uri: string } {
  const bytes = world.random.bytes(20);
  user.pendingTotpSecret ??= new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
  world.changed();
  const { totp } = world.state.settings.shop;
  return {
    secret: user.pendingTotpSecret,
    uri: totpOf(user, user.pendingTotpSecret, totp, issuer).toString(),
  };
}

function totpIs(world: World, user: ShopUser, secret: string | null, token: string): boolean {
  if (secret === null || !/^\d{6,8}$/.test(token)) return false;
  const totp = totpOf(user, secret, world.state.settings.shop.totp, '');
  return totp.validate({ token, window: 1, timestamp: world.now() }) !== null;
}

/** Turns two-factor log-in on if the code fits the secret offered. */
export function confirmTotp(world: World, user: ShopUser, token: string): boolean {
  if (!totpIs(world, user, user.pendingTotpSecret, token)) return false;
  Object.assign(user, { totpSecret: user.pendingTotpSecret, pendingTotpSecret: null });
  world.changed();
  return true;
}

// A code may be used twice within its window: set-up and first log-in come within one step in every test,
// and a shop that refused the second would make each of them wait half a minute.
export const totpFits = (world: World, user: ShopUser, token: string): boolean =>
  totpIs(world, user, user.totpSecret, token);
