// Servers of the user's own, remembered while the browser runs, so that the panel knows them after a lock, too. Leans on storage.session:
// memory, closed to pages, gone with the browser. Not on the disk, where it would tell whose checks one runs; and not taken from the granted
// origins, among which any shop may be: a site one fills in on is not one that may ask for a passport.
import * as v from 'valibot';
import { verifyHosts } from '../../lib/actions/checks/asked.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';

const remembered = sessionItem('verify-hosts', v.array(v.string()), () => []);

/** To be called at an unlock and after a change of accounts, checks or known servers. @returns them */
export async function noteHosts(u: Unlocked): Promise<string[]> {
  const hosts = await verifyHosts(u);
  await remembered.set(hosts);
  return hosts;
}

/** Hosts besides Kayle's own that are no strangers; locked, as they were known before in this run of the browser. */
export async function knownHosts(): Promise<string[]> {
  const { u, state } = await peekVault();
  if (u !== null) return noteHosts(u);
  return state === 'locked' ? remembered.get() : [];
}

/** With the vault goes what it knew. */
export async function forgetHosts(): Promise<void> {
  await remembered.set([]);
}
