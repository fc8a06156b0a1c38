// A Chromium profile in which a person has agreed before to permissions of the manifest's optional ones: the prompt that the product's own
// `permissions.request` shows is not there headless. Leans on the id that Chromium makes of an unpacked extension's path. The product
// still has to ask, from a click; until it does, nothing is granted.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD } from './chromium.ts';

/** Hexadecimal digits as letters, `a` for 0. */
const lettersOf = (hex: string): string =>
  [...hex].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');

/** @returns a new profile's folder, to be launched with and removed by the caller. */
export async function agreedProfile(api: readonly string[]): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'moniker-agreed-'));
  const id = lettersOf(createHash('sha256').update(CHROME_BUILD).digest('hex').slice(0, 32));
  const agreed = { api, explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  const settings = { [id]: { runtime_granted_permissions: agreed } };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { settings } }));
  return profile;
}
