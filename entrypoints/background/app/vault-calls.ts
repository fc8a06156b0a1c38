// The vault's part of what our own pages may ask, one line a call. Leans on lib/vault; a passphrase goes through and is
// kept nowhere.

import { readDraft, writeDraft } from '../../../lib/actions/drafts.ts';
import { applyTags } from '../../../lib/actions/site-tags.ts';
import type { AppCalls } from '../../../lib/messages/contract.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { fireAndForget } from '../../../lib/report.ts';
import { readSettings, writeSettings } from '../../../lib/settings.ts';
import {
  changePassphrase,
  createVault,
  eraseVault,
  readStatus,
  requireUnlocked,
  unlockVault,
} from '../../../lib/vault/vault.ts';
import { applyAccess, readBrowserState } from '../access.ts';
import { announce } from '../changes.ts';
import { tellTabs } from '../field-rules.ts';
import { forgetHosts } from '../known-hosts.ts';
import { lock, scheduleLock } from '../locking.ts';
import { goOnRekeying, startRekeying } from '../rekeying.ts';
import { catchUp } from '../syncing.ts';

type VaultCalls = Pick<
  Handlers<AppCalls, AppSender>,
  | 'vault.status'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.lock'
  | 'vault.erase'
  | 'vault.passphrase'
  | 'settings.get'
  | 'settings.set'
  | 'browser.state'
  | 'access.changed'
  | 'draft.get'
  | 'draft.set'
>;

export const vaultCalls: VaultCalls = {
  'vault.status': () => readStatus(),
  'vault.create': async ({ passphrase }) => {
    await createVault(passphrase);
    return changed();
  },
  'vault.unlock': async ({ passphrase }) => {
    const u = await unlockVault(passphrase);
    goOnRekeying(u);
    catchUp(u);
    fireAndForget(tellTabs('tab.opened'), 'vault opened');
    return changed();
  },
  'vault.lock': async () => {
    await lock();
    return changed();
  },
  'vault.erase': async () => {
    await eraseVault();
    await forgetHosts();
    return changed();
  },
  'vault.passphrase': async ({ current, next, rekey }) => {
    await changePassphrase(current, next);
    if (rekey) await startRekeying(await requireUnlocked(), next);
    return changed();
  },
  'settings.get': () => readSettings(),
  'settings.set': async (change) => {
    const settings = await writeSettings(change);
    if (change.blindTags !== undefined) await applyTags(await requireUnlocked(), change.blindTags);
    await scheduleLock();
    announce('settings');
    return settings;
  },
  'browser.state': () => readBrowserState(),
  'access.changed': async () => {
    await applyAccess();
    announce('access');
    return readBrowserState();
  },
  'draft.get': async ({ place }) => ({ value: await readDraft(await requireUnlocked(), place) }),
  'draft.set': async ({ place, value }) => {
    await writeDraft(await requireUnlocked(), place, value);
    return {};
  },
};

async function changed() {
  await scheduleLock();
  announce('vault', 'addresses', 'accounts', 'inbox', 'totp', 'codes');
  return readStatus();
}
