// What an anon.li server promises: the account, aliases, labels, vault and refusals, case by case. Destinations are a list of
// their own. Every case holds for the public page's behaviour and the running server's; what one of them lacks is not asked.
import assert from 'node:assert/strict';
import { sealedTextBytes } from '../../lib/sealed-text.ts';
import { DESTINATION_CASES } from './anonli-destinations.ts';
import { type AnonliRig, openAnonli, personal, unlikely } from './anonli-rig.ts';
import { type Case, refusal, type Suite } from './suite.ts';

const ADDRESS = /^[^\s@]{1,64}@[a-z0-9.-]+\.[a-z]{2,}$/;

const full = ({ quota }: AnonliRig, kind: 'random' | 'custom'): string | null => {
  const allowance = quota?.allowances[kind];
  if (allowance === undefined || allowance.limit === null || allowance.used < allowance.limit) return null;
  return `the plan's ${kind} aliases are used up`;
};
const noRoom = (rig: AnonliRig): string | null => full(rig, 'random');
const personalWithRoom = (rig: AnonliRig): string | null => personal(rig) ?? noRoom(rig);

const CASES: readonly Case<AnonliRig>[] = [
  {
    name: 'the key works, and another does not',
    async run({ probe, stranger }) {
      assert.equal(typeof (await probe()).scopes, 'object');
      assert.equal((await refusal(stranger.probe?.() ?? Promise.resolve())).code, 'unauthorized');
    },
  },
  {
    name: 'plan, allowances and the account are told',
    unless: personal,
    async run({ quota }) {
      assert.match(quota?.holder.email ?? '', ADDRESS);
      for (const { used, limit } of Object.values(quota?.allowances ?? {})) {
        assert.ok(used >= 0, 'an allowance used less than nothing');
        assert.ok(limit === null || limit >= 0, 'a limit below nothing');
      }
    },
  },
  {
    name: 'an alias is made, stands first in the list, and is read by its id',
    unless: noRoom,
    async run(rig) {
      const made = await rig.make();
      assert.match(made.email, ADDRESS);
      assert.ok(made.active, 'a new alias is off');
      assert.equal((await rig.aliases.list(0)).items[0]?.remoteId, made.remoteId);
      assert.deepEqual(await rig.aliases.get(made.remoteId), made);
    },
  },
  {
    name: 'two aliases are two addresses, and both are listed',
    unless: noRoom,
    async run({ make, aliases }) {
      const two = [await make(), await make()];
      assert.notEqual(two[0]?.email, two[1]?.email);
      const listed = (await aliases.list(0)).items.map(({ remoteId }) => remoteId);
      for (const { remoteId } of two) assert.ok(listed.includes(remoteId), 'made, and not listed');
    },
  },
  {
    name: 'what nobody has is not found',
    async run({ aliases }) {
      assert.equal((await refusal(aliases.get('cnobodynobodynobodynobody'))).code, 'not-found');
    },
  },
  {
    name: 'an alias of a named format is made',
    unless: noRoom,
    async run(rig) {
      assert.match((await rig.make({ format: 'uuid' })).email, ADDRESS);
    },
  },
  {
    name: 'a local part of our own is taken once, and then is taken',
    unless: (rig) => full(rig, 'custom'),
    async run(rig) {
      const localPart = unlikely();
      assert.ok((await rig.make({ localPart })).email.startsWith(`${localPart}@`));
      const again = await refusal(rig.make({ localPart }));
      assert.ok(
        again.code === 'conflict' || again.code === 'plan',
        `${again.code} for an address that is taken`,
      );
    },
  },
  {
    name: 'a local part that cannot be one is refused without asking',
    async run(rig) {
      const before = rig.requests();
      assert.equal((await refusal(rig.make({ localPart: 'Not-One' }))).code, 'rejected');
      assert.equal(rig.requests(), before);
    },
  },
  {
    name: 'an alias is switched off and on',
    unless: personalWithRoom,
    async run({ make, aliases }) {
      const { remoteId } = await make();
      assert.equal((await aliases.setActive(remoteId, false)).active, false);
      assert.equal((await aliases.get(remoteId)).active, false);
      assert.equal((await aliases.setActive(remoteId, true)).active, true);
    },
  },
  {
    name: 'a key of an organisation switches and removes nothing',
    unless: (rig) => (personal(rig) === null ? 'the key is a personal one' : noRoom(rig)),
    async run({ make, aliases }) {
      const { remoteId } = await make();
      const switched = await refusal(aliases.setActive(remoteId, false));
      assert.equal(switched.code, 'missing-scope');
    },
  },
  {
    name: 'label and note come back as they were sealed, and are cleared',
    unless: noRoom,
    async run({ make, aliases, labels }) {
      const { remoteId } = await make();
      const texts = { label: 'Grüße 🔐', note: 'two\nlines, "quoted"\u2028' };
      await labels.set(remoteId, texts);
      const read = async () =>
        labels.open(remoteId, (await aliases.get(remoteId)).sealed ?? { label: '', note: '' });
      assert.deepEqual(await read(), texts);
      await labels.set(remoteId, { label: '' });
      assert.deepEqual(await read(), { ...texts, label: '' });
    },
  },
  {
    name: 'the longest note is kept, and a longer one not sent',
    unless: noRoom,
    async run(rig) {
      const { remoteId } = await rig.make();
      const note = `${'日'.repeat(491)}ab`;
      assert.equal(sealedTextBytes(note), 1475);
      const { sealed } = await rig.labels.set(remoteId, { note });
      assert.equal(rig.labels.open(remoteId, sealed ?? { label: null, note: null }).note, note);
      const before = rig.requests();
      assert.equal((await refusal(rig.labels.set(remoteId, { note: `${note}c` }))).code, 'rejected');
      assert.equal(rig.requests(), before);
    },
  },
  {
    name: 'the vault opens by its password alone, and is known again',
    unless: (rig) =>
      personal(rig) ??
      (rig.options.vaultPassword === undefined ? 'no --vault-password' : null) ??
      (rig.quota?.hasVault ? null : 'the account has no vault'),
    async run({ options, vault, make, labelsUnder }) {
      const password = options.vaultPassword ?? '';
      const opened = await vault.unlock(password);
      assert.ok(await vault.isCurrent(opened), 'the vault is not the one that was just opened');
      assert.equal((await refusal(vault.unlock(`${password} `))).code, 'wrong-passphrase');
      const { remoteId } = await make();
      const mine = labelsUnder(opened.key);
      const { sealed } = await mine.set(remoteId, { label: 'Shopping' });
      assert.equal(mine.open(remoteId, sealed ?? { label: null, note: null }).label, 'Shopping');
    },
  },
  {
    name: 'an account without a vault says so',
    unless: (rig) => personal(rig) ?? (rig.quota?.hasVault ? 'the account has a vault' : null),
    async run({ vault }) {
      assert.equal((await refusal(vault.unlock('any password'))).code, 'not-found');
    },
  },
  {
    name: 'an alias is removed for good, and removing it again is no error',
    unless: personalWithRoom,
    async run({ make, aliases, made }) {
      const { remoteId } = await make();
      await aliases.remove(remoteId);
      made.delete(remoteId);
      await aliases.remove(remoteId);
      assert.equal((await refusal(aliases.get(remoteId))).code, 'not-found');
    },
  },
  {
    name: 'what is left of the month is told, if at all, in numbers that fit',
    async run(rig) {
      await rig.aliases.list(0);
      const { remaining, limit, resetAt } = rig.rate ?? { remaining: null, limit: null, resetAt: null };
      assert.ok(remaining === null || limit === null || remaining <= limit, 'more left than there is');
      assert.ok(resetAt === null || resetAt > Date.now() - 86_400_000, 'the month ended long ago');
    },
  },
];

export const ANONLI: Suite<AnonliRig> = { open: openAnonli, cases: [...CASES, ...DESTINATION_CASES] };
