// The authenticator's part of what our own pages may ask, one line a call. Leans on lib/actions; no secret is
// ever answered, but for the draft the user has just scanned or pasted and not yet kept.
import { readTotpLink } from '../../../lib/actions/read-totp.ts';
import { addTotp, listTotps, removeTotp, updateTotp } from '../../../lib/actions/totps.ts';
import type { AppCalls } from '../../../lib/messages/contract.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { scanCurrentTab } from '../scan.ts';

type TotpCalls = Pick<
  Handlers<AppCalls, AppSender>,
  'totp.list' | 'totp.read' | 'totp.add' | 'totp.remove' | 'totp.update' | 'totp.scan'
>;

export const totpCalls: TotpCalls = {
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
};
