// Plays a history against the real store and the real sandbox, and keeps the ledger of what was typed. Troubles and deaths are part
// of it: a step may fail in any way that an AppError or a dead worker can, and in no other. Leans on the scene.
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { keepVault } from '../../../lib/actions/connect-account.ts';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { openAccount } from '../../../lib/actions/open-account.ts';
import { finishRemovals, removeAccount } from '../../../lib/actions/remove-account.ts';
import { removeAddress } from '../../../lib/actions/remove-address.ts';
import { resolveConflict } from '../../../lib/actions/resolve-conflict.ts';
import { sendWaiting } from '../../../lib/actions/send-waiting.ts';
import { syncAccount } from '../../../lib/actions/sync-account.ts';
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { SEALED_FIELDS } from '../../../lib/forwarding.ts';
import type { Address } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';
import { newId } from '../../../lib/vault/ids.ts';
import { getRecord, putRecord } from '../../../lib/vault/records.ts';
import { lockVault, unlockVault } from '../../../lib/vault/vault.ts';
import type { AliasRow } from '../../sandbox/anonli/rows.ts';
import { PASSPHRASE } from '../vault/worker.ts';
import { Ledger } from './ledger.ts';
import { setVault } from './remote.ts';
import { ACCOUNT, accountOf, type Scene } from './scene.ts';
import type { Step } from './steps.ts';
import { attempt, byId, ourAddress, pick, type Stage, shownHere, type, typeInTwo } from './typing.ts';

export async function play(stage: Stage, history: readonly Step[]): Promise<Ledger> {
  const ledger = new Ledger();
  for (const step of history) {
    const before = stage.scene.remote.rows().length;
    if ('dies' in step && step.dies !== null) stage.mortal.killAfter(step.dies);
    await perform(stage, step, ledger);
    stage.mortal.revive();
    await passMinute();
    const made = stage.scene.remote.rows().length - before;
    const most = mayMake(step) ? 1 : 0;
    if (made > most) throw new Error(`${step.do} made ${made} aliases`);
  }
  return ledger;
}

const mayMake = (step: Step): boolean =>
  step.do === 'create' ||
  step.do === 'create there' ||
  (step.do === 'pull' && step.meanwhile?.step.do === 'create there');

/** The short windows of requests are over; what is said of the month stays. */
export async function passMinute(): Promise<void> {
  await browser.storage.session.remove(`budget:${ACCOUNT}`);
}

async function perform(stage: Stage, step: Step, ledger: Ledger): Promise<void> {
  const { scene } = stage;
  const { u, remote } = scene;
  const now = Date.now();
  const mine = (which: number): Promise<Address | undefined> => ourAddress(scene, which);
  const theirs = (which: number): AliasRow | undefined => pick(remote.rows(), which);
  switch (step.do) {
    case 'create': {
      const label = step.labelled ? ledger.next() : '';
      await attempt(stage, () =>
        createAddress(u, { accountId: ACCOUNT, site: `${newId()}.example`, label }, now),
      );
      stage.mortal.revive();
      // Refused, or dead before it was written down: whoever asked was told, and nothing was typed into anything.
      if (await isKept(scene, label)) ledger.typed(label);
      return;
    }
    case 'edit':
    case 'clear':
      return type(stage, step, step.do === 'clear', ledger);
    case 'switch': {
      const address = await mine(step.which);
      if (address)
        await attempt(stage, () => updateAddress(u, { id: address.id, active: !address.active }, now));
      return;
    }
    case 'send': {
      const { typing } = step;
      if (typing) stage.mortal.during(typing.request, () => type(stage, typing, false, ledger));
      return attempt(stage, () => sendWaiting(u, ACCOUNT));
    }
    case 'edit in two windows':
      return typeInTwo(stage, step, ledger);
    case 'pull': {
      const { meanwhile } = step;
      // Not between the look at one alias and the writing of its label: the service keeps no version that a write could name, so
      // what another client writes in that moment is lost to everybody (contract §1.6).
      if (meanwhile) {
        const work = () => perform(stage, meanwhile.step, ledger);
        stage.mortal.during(meanwhile.request, work, (url) => url.includes('/alias?'));
      }
      return attempt(stage, () => pull(scene, step.whole, false));
    }
    case 'lock':
      stage.mortal.during(step.request, lockVault);
      await attempt(stage, () => sendWaiting(u, ACCOUNT));
      await lockVault();
      scene.u = await unlockVault(PASSPHRASE);
      return;
    case 'reconnect':
      return reconnect(stage, ledger);
    case 'remove': {
      const address = await mine(step.which);
      if (address === undefined) return;
      const row = remote.rows().find(({ id }) => id === address.remoteId);
      const there = row === undefined ? [] : [remote.read(row.id, 'label'), remote.read(row.id, 'note')];
      await attempt(stage, () => removeAddress(u, address.id));
      // Deleted for good, with everything that was written to it; so it is, too, where the service lied that it was gone already.
      if (remote.rows().includes(row as AliasRow) && (await getRecord(u, 'address', address.id))) return;
      const { conflict } = address.forwarding ?? {};
      for (const text of [...there, address.label, address.note, conflict?.label, conflict?.note])
        ledger.replaced(text);
      return;
    }
    case 'resolve': {
      const all = (await scene.all()).filter(({ forwarding }) => forwarding?.conflict).sort(byId);
      const address = pick(all, step.which);
      const field = address?.forwarding?.conflict?.label === undefined ? 'note' : 'label';
      if (address === undefined) return;
      const { id } = address;
      await attempt(stage, () => resolveConflict(u, { id, field, keep: step.keep }, now));
      stage.mortal.revive();
      const after = await getRecord(u, 'address', id);
      if (after?.forwarding?.conflict?.[field] !== undefined) return;
      ledger.replaced(step.keep === 'ours' ? address.forwarding?.conflict?.[field] : address[field]);
      return;
    }
    case 'write there':
    case 'clear there': {
      const row = theirs(step.which);
      if (row === undefined) return;
      ledger.replaced(remote.read(row.id, step.field) ?? ledger.sealedAway(row.id, step.field));
      const text = step.do === 'clear there' ? '' : ledger.next();
      ledger.typed(text);
      remote.write(row.id, step.field, text);
      return;
    }
    case 'switch there': {
      const row = theirs(step.which);
      if (row) row.active = !row.active;
      return;
    }
    case 'remove there': {
      const row = theirs(step.which);
      if (row === undefined) return;
      for (const field of ['label', 'note'] as const) ledger.replaced(remote.read(row.id, field));
      remote.remove(row.id);
      return;
    }
    case 'create there':
      return remote.add();
    case 'change password there':
      return setVault(scene.sandbox, { authSalt: newId() });
    case 'reset vault there':
      return resetThere(scene, ledger);
    case 'open vault':
      return attempt(stage, () => openVault(scene));
    case 'spoil':
      scene.sandbox.world.faults.add({ ...step.fault });
  }
}

/** Every text that stood only there is lost for good with its key; the envelopes stay in place. */
async function resetThere(scene: Scene, ledger: Ledger): Promise<void> {
  const known = await shownHere(scene);
  for (const { id } of scene.remote.rows()) {
    for (const field of SEALED_FIELDS) {
      const text = scene.remote.read(id, field);
      if (text && !known.has(text)) ledger.replaced(text);
      if (text) ledger.sealAway(id, field, text);
    }
  }
  setVault(scene.sandbox, { id: newId(), authSalt: newId(), key: randomBytes(32).toString('base64url') });
}

/** Forgets the account and connects it anew: what was here alone is let go with it, as the person was told. */
async function reconnect(stage: Stage, ledger: Ledger): Promise<void> {
  const { scene } = stage;
  const [here, there] = [await shownHere(scene), scene.remote.rows()];
  const held = new Set(there.flatMap(({ id }) => SEALED_FIELDS.map((field) => scene.remote.read(id, field))));
  const intents = (await openIntents(scene.u, ACCOUNT)).map(({ label }) => label);
  await attempt(stage, () => removeAccount(scene.u, ACCOUNT));
  stage.mortal.revive();
  if ((await getRecord(scene.u, 'account', ACCOUNT)) !== null) return;
  for (const text of [...here, ...intents]) if (!held.has(text)) ledger.replaced(text);
  await finishRemovals(scene.u);
  expect(await scene.all()).toEqual([]);
  await putRecord(scene.u, 'account', { ...accountOf(scene.sandbox), vault: null });
}

/** As after its password was given; deriving the key takes a second, and is tested elsewhere. */
export async function openVault(scene: Scene): Promise<void> {
  await keepVault(scene.u, ACCOUNT, accountOf(scene.sandbox).vault);
}

async function isKept(scene: Scene, label: string): Promise<boolean> {
  const [addresses, intents] = await Promise.all([scene.all(), openIntents(scene.u, ACCOUNT)]);
  return [...addresses, ...intents].some((one) => one.label === label);
}

/** As `sync.pull` does it, with a link made anew: an account that was changed meanwhile is used as it is. */
export async function pull(scene: Scene, whole: boolean, force: boolean): Promise<void> {
  await syncAccount(scene.u, await openAccount(scene.u, ACCOUNT), { whole, force });
}
