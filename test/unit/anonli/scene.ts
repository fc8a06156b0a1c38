// A vault on the fake disk with one anon.li account in it, the real sandbox behind it, and another client of the same account.
// The account's own vault is open from the start: deriving its key would cost each test two seconds. Replaces no module of ours.

import { openAccount } from '../../../lib/actions/open-account.ts';
import type { AnonliAccount } from '../../../lib/anonli-account.ts';
import { fromBase64Url, toBase64 } from '../../../lib/crypto/bytes.ts';
import type { Address } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';
import { writeSettings } from '../../../lib/settings.ts';
import { forwardedId } from '../../../lib/sync/pages-in.ts';
import { believeVault } from '../../../lib/sync/vault-check.ts';
import { getRecord, listRecords, putRecord } from '../../../lib/vault/records.ts';
import { createVault, eraseVault, type Unlocked } from '../../../lib/vault/vault.ts';
import { HOUSE_VAULT } from '../../sandbox/anonli/house-vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { SHAPES } from '../providers/anonli-account.ts';
import { CHEAP, PASSPHRASE } from '../vault/worker.ts';
import { type Remote, remoteOf, setVault, vaultOf } from './remote.ts';

export const ACCOUNT = 'anonli-account';
const API = '/api/v1';

export interface Scene {
  u: Unlocked;
  sandbox: Sandbox;
  link: Awaited<ReturnType<typeof openAccount>>;
  /** Our address of an alias there. */
  ours(remoteId: string): Promise<Address>;
  all(): Promise<Address[]>;
  remote: Remote;
  /** Requests to the service since the last call: `GET /alias?limit=100&offset=0`. */
  asked(): string[];
}

/** The account as it is kept with its vault open, whatever password that has by now. */
export const accountOf = (sandbox: Sandbox): AnonliAccount => ({
  id: ACCOUNT,
  kind: 'anonli',
  name: 'anon.li',
  createdAt: 1,
  baseUrl: sandbox.json.anonli,
  apiKey: sandbox.json.anonliKey,
  vault: {
    key: toBase64(fromBase64Url(vaultOf(sandbox).key ?? '')),
    vaultId: vaultOf(sandbox).id,
    generation: vaultOf(sandbox).generation,
    email: 'me@mail.example',
    authSalt: vaultOf(sandbox).authSalt,
  },
});

/** @param shape one of the two shapes that every difference of the service has */
export async function openScene(sandbox: Sandbox, shape: keyof typeof SHAPES = 'the server'): Promise<Scene> {
  await eraseVault();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  sandbox.world.state.anonli.aliases.clear();
  sandbox.world.state.anonli.quotas.clear();
  sandbox.world.faults.clear();
  sandbox.world.journal.clear();
  setVault(sandbox, HOUSE_VAULT);
  Object.assign(sandbox.world.state.settings.anonli, SHAPES[shape]);
  // Tests move the date by months; what a lock ends is told where it is tested.
  await writeSettings({ autoLockMinutes: 0 });
  const u = await createVault(PASSPHRASE, CHEAP);
  const account = accountOf(sandbox);
  await putRecord(u, 'account', account);
  believeVault(ACCOUNT, HOUSE_VAULT.authSalt);
  let seen = 0;
  return {
    u,
    sandbox,
    link: await openAccount(u, ACCOUNT),
    async ours(remoteId) {
      const address = await getRecord(u, 'address', forwardedId(u, ACCOUNT, remoteId));
      if (address === null) throw new Error('no such address here');
      return address;
    },
    all: async () => (await listRecords(u, 'address')).records,
    remote: remoteOf(sandbox),
    asked() {
      const fresh = sandbox.world.journal.list().filter(({ id }) => id > seen);
      seen = fresh.at(-1)?.id ?? seen;
      return fresh.map(
        ({ method, path, query }) => `${method} ${path.slice(path.indexOf(API) + API.length)}${query}`,
      );
    },
  };
}

export const openSandbox = (): Promise<Sandbox> => startSandbox({ seed: 'anon.li sync', rateLimit: null });
