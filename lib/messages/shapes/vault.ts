// How the arguments of the calls in app/vault.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { VaultCalls } from '../app/vault.ts';
import type { Shapes } from '../server.ts';
import { none, passphrase, text } from './parts.ts';

export const vaultShapes: Shapes<VaultCalls> = {
  'vault.status': none,
  'vault.create': v.object({ passphrase }),
  'vault.unlock': v.object({ passphrase }),
  'vault.lock': none,
  'vault.erase': none,
  'vault.passphrase': v.object({ current: passphrase, next: passphrase, rekey: v.boolean() }),
  'settings.get': none,
  'settings.set': v.object({
    autoLockMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080))),
    openMenuOnFocus: v.exactOptional(v.boolean()),
    theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
    blindTags: v.exactOptional(v.boolean()),
    showBefore: v.exactOptional(v.boolean()),
    keepAsked: v.exactOptional(v.boolean()),
    checkDays: v.exactOptional(v.picklist([0, 30, 90, 365])),
    notifyChecks: v.exactOptional(v.boolean()),
  }),
  'browser.state': none,
  'access.changed': none,
  'draft.get': v.object({ place: text(100) }),
  'draft.set': v.object({ place: text(100), value: v.nullable(text(100_000)) }),
};
