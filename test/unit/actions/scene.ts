// A scene for tests of actions: an unlocked vault on the fake disk, the real sandbox server, and accounts connected to it.
// Replaces no module of ours.
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { AccountView } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';
import { createVault, eraseVault, type Unlocked } from '../../../lib/vault/vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { CHEAP, PASSPHRASE } from '../vault/worker.ts';

export interface Scene {
  u: Unlocked;
  sandbox: Sandbox;
  aliaskit: AccountView;
  local: AccountView;
  close(): Promise<void>;
}

export async function setScene(): Promise<Scene> {
  await eraseVault();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  const sandbox = await startSandbox({ seed: 'actions', rateLimit: null });
  const u = await createVault(PASSPHRASE, CHEAP);
  const aliaskit = await connectAccount(
    u,
    { kind: 'aliaskit', name: 'Kit', baseUrl: sandbox.json.api, apiKey: sandbox.json.key, cardKey: null },
    1,
  );
  const local = await connectAccount(
    u,
    {
      kind: 'local',
      name: 'Mine',
      scheme: { type: 'subaddress', mailbox: 'me@mail.example', separator: '+' },
      format: 'site-hash',
    },
    2,
  );
  return {
    u,
    sandbox,
    aliaskit,
    local,
    close: () => sandbox.close(),
  };
}
