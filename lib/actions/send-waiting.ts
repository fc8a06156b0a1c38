// Sending what waits, right after an edit, at an unlock, or when the network is back. Leans on lib/sync; its trouble is kept
// with the account, since whoever edited is done already.
import { AppError } from '../error.ts';
import { sendQueued } from '../sync/send.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

/** @param fresh id of an address made a moment ago: its label is written without a look at what stands there */
export async function sendWaiting(u: Unlocked, accountId: string, fresh?: string): Promise<void> {
  try {
    const link = await openAccount(u, accountId);
    await sendQueued(u, link, fresh === undefined ? {} : { fresh: new Set([fresh]) });
  } catch (error) {
    // Locked or removed meanwhile, a damaged account: nothing is lost, it waits.
    if (!(error instanceof AppError)) throw error;
  }
}

/** Of every account that has something waiting. @returns whether there was any */
export async function sendAllWaiting(u: Unlocked): Promise<boolean> {
  const { records } = await listRecords(u, 'outbox');
  const accounts = new Set(records.map(({ accountId }) => accountId));
  for (const accountId of accounts) await sendWaiting(u, accountId);
  return accounts.size > 0;
}
