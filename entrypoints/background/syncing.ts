// When lists are read and waiting edits sent: right after an edit, at an unlock, at the worker's start, when the network is back.
// No timer, and nothing while nobody is there. Leans on lib/actions; tells open pages that something moved, at most twice a second.
import { fetchDestinations } from '../../lib/actions/destinations.ts';
import { pullDue } from '../../lib/actions/pull-accounts.ts';
import { finishRemovals } from '../../lib/actions/remove-account.ts';
import { sendAllWaiting, sendWaiting } from '../../lib/actions/send-waiting.ts';
import { AppError } from '../../lib/error.ts';
import { fireAndForget } from '../../lib/report.ts';
import { resetVaultChecks } from '../../lib/sync/vault-check.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { tidyLedger, watchChecks } from './check-watch.ts';

/** After an edit: nobody waits for the service. */
export function sendSoon(u: Unlocked, accountId: string, fresh?: string): void {
  fireAndForget(
    sendWaiting(u, accountId, { onSent: notePage, ...(fresh && { fresh: new Set([fresh]) }) }).then(() =>
      announce('addresses', 'sync'),
    ),
    'send edits',
  );
}

/** After an unlock: whoever was away may have changed a password elsewhere meanwhile. */
export function catchUp(u: Unlocked): void {
  resetVaultChecks();
  fireAndForget(goOn(u, false), 'catch up');
}

/** When a worker starts while the vault is open (calmly), and when the network is back. */
export async function catchUpIfOpen(calmly: boolean): Promise<void> {
  const { u } = await peekVault();
  if (u !== null) await goOn(u, calmly);
}

async function goOn(u: Unlocked, calmly: boolean): Promise<void> {
  if (await finishRemovals(u)) announce('accounts', 'addresses', 'inbox');
  await pullDue(u, { calmly, onPage: notePage });
  if (await sendAllWaiting(u, { calmly, onSent: notePage })) announce('addresses', 'sync');
  await tidyLedger(u);
  await watchChecks(u);
}

/**
 * Where an account forwards to, its domains, and whose key it is: seen when its list is fetched, so that a menu in a page has the
 * choice without asking. Not counted in the month by the service; its trouble is nobody's, the screens ask by themselves.
 */
export async function seeDestinations(u: Unlocked, accountId: string): Promise<void> {
  try {
    await fetchDestinations(u, accountId, Date.now());
    announce('destinations');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const APART = 500;
let told = 0;

/** While a list comes in: each page would be too often. */
export function notePage(): void {
  const now = Date.now();
  if (now >= told && now - told < APART) return;
  told = now;
  announce('addresses', 'sync');
}
