// Locking at the right time: an alarm at the vault's deadline, and the deadline moved on by use. Leans on alarms and
// lib/vault, which checks the deadline on every call anyway: the alarm only makes the lock visible at once.
import { browser } from '../../lib/platform.ts';
import { lockVault, readStatus, touchDeadline } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { endHearingsBut } from './hearings.ts';

export const LOCK_ALARM = 'lock';

/** Sets the alarm to the present deadline, or removes it. */
export async function scheduleLock(): Promise<void> {
  const { lockAt } = await readStatus();
  if (lockAt === null) await browser.alarms.clear(LOCK_ALARM);
  else browser.alarms.create(LOCK_ALARM, { when: lockAt });
}

/** A person used us: the deadline moves on. */
export async function noteActivity(): Promise<void> {
  await touchDeadline();
  await scheduleLock();
}

/** Locks; what is heard from now on could not be kept, so that nobody listens. */
export async function lock(): Promise<void> {
  await lockVault();
  await endHearingsBut(new Set());
}

/** The alarm went off: lock if the deadline is really past (it may have moved since), and say so to open pages. */
export async function lockIfDue(): Promise<void> {
  const { state, lockAt } = await readStatus();
  if (state === 'unlocked' && lockAt !== null && lockAt > Date.now()) return scheduleLock();
  if (state === 'unlocked') await lock();
  announce('vault', 'addresses', 'inbox', 'totp', 'codes');
}
