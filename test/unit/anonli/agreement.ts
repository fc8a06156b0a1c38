// What must be true when the troubles have stopped: both sides say the same, every text that stands is somewhere, and the disk
// shows none of it. Leans on the scene; reads all rows as they lie there.
import { expect } from 'vitest';
import { openIntents } from '../../../lib/actions/creation-intents.ts';
import { SEALED_FIELDS } from '../../../lib/forwarding.ts';
import { database } from '../../../lib/store/database.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { type Ledger, MARK } from './ledger.ts';
import { openVault, passMinute, pull } from './play.ts';
import { ACCOUNT, type Scene } from './scene.ts';
import { type Stage, shownHere } from './typing.ts';

/** No more trouble: everything that waits goes out, and the list is read. */
export async function settle({ scene, mortal }: Stage): Promise<void> {
  mortal.revive();
  scene.sandbox.world.faults.clear();
  await openVault(scene);
  for (let round = 0; round < 3; round += 1) {
    await passMinute();
    await pull(scene, true, true);
  }
}

export async function expectAgreement(scene: Scene): Promise<void> {
  const rows = scene.remote.rows();
  const addresses = await scene.all();
  const here = new Map(addresses.map((address) => [address.remoteId, address]));
  expect(here.size).toBe(addresses.length);
  for (const row of rows) {
    const address = here.get(row.id);
    expect(address).toMatchObject({ email: row.email, active: row.active });
    expect(address?.forwarding?.gone).toBe(false);
    for (const field of SEALED_FIELDS) {
      const there = scene.remote.read(row.id, field);
      const conflict = address?.forwarding?.conflict?.[field];
      if (there === null) {
        // Under a key that is gone: said to be closed, or read before and still to be decided about.
        if (conflict === undefined) expect(address?.forwarding?.closed).toContain(field);
        continue;
      }
      expect(address?.forwarding?.closed).not.toContain(field);
      expect(conflict ?? address?.[field]).toBe(there);
      expect(address?.forwarding?.pending.includes(field)).toBe(conflict !== undefined);
    }
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const address of addresses) {
    if (!known.has(address.remoteId ?? '')) {
      expect(address).toMatchObject({ active: false, forwarding: { gone: true, pending: [] } });
    }
  }
  // Only what a person must decide still waits.
  const waiting = (await listRecords(scene.u, 'outbox')).records.map(
    ({ addressId, edit }) => `${addressId} ${edit}`,
  );
  const undecided = addresses.flatMap(({ id, forwarding }) => {
    if (forwarding === undefined || forwarding.gone) return [];
    const { conflict, closed, pending } = forwarding;
    // Another text against ours, or one that nobody can read: neither is written over unasked.
    const held = SEALED_FIELDS.filter((field) => conflict?.[field] !== undefined || closed.includes(field));
    return held.filter((field) => pending.includes(field)).map((field) => `${id} ${field}`);
  });
  expect(waiting.sort()).toEqual(undecided.sort());
}

export async function expectNothingLost(scene: Scene, ledger: Ledger): Promise<void> {
  const intents = await openIntents(scene.u, ACCOUNT);
  const present = await shownHere(scene);
  for (const { label } of intents) present.add(label);
  expect(ledger.standing().filter((text) => !present.has(text))).toEqual([]);
}

/** Every table, every row, every byte. */
export async function expectNoPlaintext({ sandbox }: Scene): Promise<void> {
  // Long enough that no random byte spells one.
  const secrets = [MARK, 'anon.li', '.example', sandbox.json.anonliKey];
  for (const table of database.tables) {
    for (const row of await table.toArray()) {
      const bytes = row.box instanceof Uint8Array ? Buffer.from(row.box).toString('latin1') : '';
      const text = bytes + JSON.stringify({ ...row, box: null });
      for (const secret of secrets) {
        if (text.includes(secret)) throw new Error(`${table.name} holds ${secret}`);
      }
    }
  }
}
