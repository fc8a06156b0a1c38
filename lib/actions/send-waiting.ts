// Sending what waits, right after an edit, at an unlock, or when the network is back. Leans on lib/sync; its trouble is kept
// with the account, since whoever edited is done already.
import { AppError } from '../error.ts';
import { readProgress } from '../sync/progress.ts';
import { type SendWish, sendQueued } from '../sync/send.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

export async function sendWaiting(u: Unlocked, accountId: string, wish: SendWish = {}): Promise<void> {
  try {
    await sendQueued(u, await openAccount(u, accountId), wish);
  } catch (error) {
    // Locked or removed meanwhile, a damaged account: nothing is lost, it waits.
    if (!(error instanceof AppError)) throw error;
  }
}

/** After a failure: a worker starts every minute, and a service that has refused is not asked each time. */
const CALM = 5 * 60_000;

export interface SendAllWish extends Omit<SendWish, 'fresh'> {
  /** Leaves accounts alone that have just failed. */
  calmly?: boolean;
}

/** Of every account that has something waiting. @returns whether there was any */
export async function sendAllWaiting(u: Unlocked, { calmly, ...wish }: SendAllWish = {}): Promise<boolean> {
  const { records } = await listRecords(u, 'outbox');
  const accounts = new Set(records.map(({ accountId }) => accountId));
  for (const accountId of accounts) {
    const { trouble } = await readProgress(u, accountId);
    const isFresh = trouble !== null && Date.now() >= trouble.at && Date.now() - trouble.at < CALM;
    if (!(calmly && isFresh)) await sendWaiting(u, accountId, wish);
  }
  return accounts.size > 0;
}
