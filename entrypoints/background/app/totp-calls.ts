// The authenticator's part of what our own pages may ask, one line a call. Leans on lib/actions; no secret is
// ever answered, but for the draft the user has just scanned or pasted and not yet kept.
import {
  heldCode,
  listHeldTotps,
  placeHeldTotp,
  pullHeldTotps,
  removeHeldTotp,
} from '../../../lib/actions/held-totps.ts';
import { readTotpLink } from '../../../lib/actions/read-totp.ts';
import { registerTotp } from '../../../lib/actions/register-totp.ts';
import { addTotp, listTotps, removeTotp, updateTotp } from '../../../lib/actions/totps.ts';
import { toWire } from '../../../lib/error.ts';
import type { TotpCalls } from '../../../lib/messages/app/totp.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { scanCurrentTab } from '../scan.ts';

export const totpCalls: Handlers<TotpCalls, AppSender> = {
  'totp.list': async () => ({ totps: await listTotps(await requireUnlocked(), Date.now()) }),
  'totp.read': async ({ link }) => readTotpLink(link, null),
  'totp.add': async (draft) => {
    const totp = await addTotp(await requireUnlocked(), draft, Date.now());
    announce('totp');
    return { totp };
  },
  'totp.remove': async ({ id }) => {
    await requireUnlocked();
    await removeTotp(id);
    announce('totp');
    return {};
  },
  'totp.update': async (edit) => {
    const totp = await updateTotp(await requireUnlocked(), edit, Date.now());
    announce('totp');
    return { totp };
  },
  'totp.scan': async () => {
    await requireUnlocked();
    return scanCurrentTab();
  },
  'totp.held': async () => ({ held: await listHeldTotps(await requireUnlocked()) }),
  'totp.pullHeld': async () => {
    const u = await requireUnlocked();
    const trouble = await pullHeldTotps(u, Date.now());
    announce('totp');
    return { held: await listHeldTotps(u), trouble: trouble && toWire(trouble) };
  },
  'totp.heldCode': async ({ id }) => heldCode(await requireUnlocked(), id),
  'totp.register': async ({ id, addressId }) => {
    const held = await registerTotp(await requireUnlocked(), id, addressId, Date.now());
    announce('totp');
    return { held };
  },
  'totp.placeHeld': async ({ id, site }) => {
    await placeHeldTotp(await requireUnlocked(), id, site);
    announce('totp');
    return {};
  },
  'totp.removeHeld': async ({ id }) => {
    await removeHeldTotp(await requireUnlocked(), id);
    announce('totp');
    return {};
  },
};
