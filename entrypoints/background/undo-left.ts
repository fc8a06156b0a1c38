// What is left of an undo of the in-page menu. Leans on the vault; within a minute of its making nobody can have written to an
// address, later nobody can ask a forwarder whether mail came, so it is switched off and never deleted.
import { DISCARD_TIME } from '../../lib/forwarding.ts';
import type { MenuUndo } from '../../lib/messages/views.ts';
import { getRecord } from '../../lib/vault/records.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import type { Undo } from './menus.ts';

/** @param now milliseconds since the epoch. Errors: those of the vault. */
export async function undoLeft({ createdId, at }: Undo, now: number): Promise<MenuUndo | null> {
  const until = at + DISCARD_TIME;
  if (now <= until) return { kind: createdId === null ? 'undo' : 'discard', until };
  const address = createdId === null ? null : await getRecord(await requireUnlocked(), 'address', createdId);
  const canSwitch = address?.forwarding !== undefined && address.active && !address.forwarding.gone;
  return canSwitch ? { kind: 'switch-off', until: null } : null;
}
