// The identities' part of what our own pages may ask, one line a call. Leans on lib/actions/identities.
import { addPhone } from '../../../lib/actions/identities/add-phone.ts';
import { changeIdentity } from '../../../lib/actions/identities/change-identity.ts';
import { forgetPersona, inventPersona } from '../../../lib/actions/identities/invent-persona.ts';
import { learnGroups, listGroups } from '../../../lib/actions/identities/list-groups.ts';
import { openIdentity } from '../../../lib/actions/identities/open-identity.ts';
import {
  dropRemoval,
  GROUP_REMOVAL,
  readRemoval,
  removeGroup,
  resumeRemoval,
} from '../../../lib/actions/identities/remove-group.ts';
import type { GroupRemoval } from '../../../lib/group-removal.ts';
import type { IdentityCalls } from '../../../lib/messages/app/identities.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { Cancelled, cancelRun, runOf } from '../../../lib/sync/runs.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

const told = () => announce('addresses', 'inbox', 'cards');

export const identityCalls: Handlers<IdentityCalls, AppSender> = {
  'identities.open': async ({ id }) => openIdentity(await requireUnlocked(), id),
  'identities.phone': async ({ id, country }) => {
    const address = await addPhone(await requireUnlocked(), id, country);
    announce('addresses');
    return { address };
  },
  'identities.change': async (edit) => {
    const address = await changeIdentity(await requireUnlocked(), edit);
    announce('addresses');
    return { address };
  },
  'identities.groups': async () => {
    const u = await requireUnlocked();
    return { ...(await listGroups(u)), removal: await readRemoval(u), running: runOf(GROUP_REMOVAL) };
  },
  'identities.learn': async () => {
    try {
      return { learned: await learnGroups(await requireUnlocked()) };
    } finally {
      announce('addresses');
    }
  },
  'identities.removeGroup': async ({ group }) =>
    whole(removeGroup(await requireUnlocked(), group, Date.now(), () => told())),
  'identities.resumeRemoval': async () => whole(resumeRemoval(await requireUnlocked(), () => told())),
  'identities.cancelRemoval': async () => ({ cancelled: cancelRun(GROUP_REMOVAL) }),
  'identities.invent': async ({ id }) => {
    const address = await inventPersona(await requireUnlocked(), id, Date.now());
    announce('addresses');
    return { address };
  },
  'identities.uninvent': async ({ id }) => {
    const address = await forgetPersona(await requireUnlocked(), id, Date.now());
    announce('addresses');
    return { address };
  },
  'identities.dropReceipt': async () => {
    await dropRemoval(await requireUnlocked());
    announce('addresses');
    return {};
  },
};

/** A removal that was cancelled is answered as it stands: interrupted, to be gone on with. */
async function whole(work: Promise<GroupRemoval>): Promise<{ removal: GroupRemoval | null }> {
  try {
    return { removal: await work };
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { removal: await readRemoval(await requireUnlocked()) };
  } finally {
    told();
  }
}
