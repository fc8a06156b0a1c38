// What an anon.li server promises of recipients and domains. A domain of nobody is added and removed; a recipient only where
// the user named an address that may get a mail.
import assert from 'node:assert/strict';
import { CHECK_KEY } from '../fixtures/anonli/check-key.ts';
import { type AnonliRig, personal, unlikely } from './anonli-rig.ts';
import { type Case, refusal } from './suite.ts';

const used = (rig: AnonliRig, kind: 'random' | 'domains' | 'recipients'): boolean => {
  const { used: count = 0, limit = null } = rig.quota?.allowances[kind] ?? {};
  return limit !== null && count >= limit;
};

export const DESTINATION_CASES: readonly Case<AnonliRig>[] = [
  {
    name: 'the default recipient stands first, and is verified',
    unless: personal,
    async run({ destinations }) {
      const [first] = await destinations.recipients();
      assert.ok(first === undefined || (first.isDefault && first.verified), 'no verified default');
    },
  },
  {
    name: 'an alias is pointed at a recipient, and back at the default',
    unless: (rig) => personal(rig) ?? (used(rig, 'random') ? "the plan's random aliases are used up" : null),
    async run({ make, aliases, destinations }) {
      const { remoteId } = await make();
      const verified = (await destinations.recipients()).filter((one) => one.verified);
      for (const one of verified.slice(0, 1)) await aliases.setRecipients(remoteId, [one.remoteId]);
      assert.equal((await aliases.setRecipients(remoteId, [])).remoteId, remoteId);
      assert.equal((await refusal(aliases.setRecipients(remoteId, ['nobody']))).code, 'not-found');
    },
  },
  {
    name: 'a recipient is added unverified, once, asked again, given a key and removed',
    unless: (rig) =>
      personal(rig) ??
      (rig.options.recipient === undefined ? 'no --recipient: nobody is sent a mail' : null) ??
      (used(rig, 'recipients') ? "the plan's recipients are used up" : null),
    async run({ options, destinations, made }) {
      const email = (options.recipient ?? '').toLowerCase();
      const { remoteId, ...added } = await destinations.addRecipient(options.recipient ?? '');
      made.set(remoteId, { name: email, remove: () => destinations.removeRecipient(remoteId) });
      assert.deepEqual(
        { ...added, createdAt: null },
        {
          email,
          verified: false,
          isDefault: false,
          pgp: null,
          addresses: null,
          createdAt: null,
        },
      );
      const again = await refusal(destinations.addRecipient(email));
      assert.ok(again.code === 'conflict' || again.code === 'plan', `${again.code} for one that is there`);
      await destinations.resendVerification(remoteId);
      assert.equal((await refusal(destinations.setDefaultRecipient(remoteId))).code, 'rejected');
      await destinations.setPgpKey(remoteId, { armored: CHECK_KEY.armored, name: 'check' });
      const shown = async () =>
        (await destinations.recipients()).find((one) => one.remoteId === remoteId)?.pgp;
      assert.equal((await shown())?.fingerprint.toUpperCase(), CHECK_KEY.fingerprint);
      await destinations.removePgpKey(remoteId);
      assert.equal(await shown(), null);
      const junk = destinations.setPgpKey(remoteId, { armored: 'no key at all' });
      assert.equal((await refusal(junk)).code, 'rejected');
      await destinations.removeRecipient(remoteId);
      await destinations.removeRecipient(remoteId);
      made.delete(remoteId);
      assert.ok(!(await destinations.recipients()).some((one) => one.remoteId === remoteId), 'still listed');
    },
  },
  {
    name: 'a domain is added with the records to publish, looked up, given a signing key, and removed',
    unless: (rig) => personal(rig) ?? (used(rig, 'domains') ? "the plan's domains are used up" : null),
    async run({ destinations, made }) {
      const name = `${unlikely().replaceAll('.', '-')}.example`;
      const { remoteId, ...added } = await destinations.addDomain(name);
      made.set(remoteId, { name, remove: () => destinations.removeDomain(remoteId) });
      assert.equal(added.domain, name);
      assert.equal(added.verified, false);
      const { records } = await destinations.domainRecords(remoteId);
      const purposes = records.map(({ purpose }) => purpose);
      for (const purpose of ['ownership', 'mx', 'spf'] as const)
        assert.ok(purposes.includes(purpose), `no ${purpose}`);
      assert.ok(
        records.every(({ type, priority }) => (type === 'MX') === (priority !== null)),
        'a priority astray',
      );
      assert.equal((await destinations.verifyDomain(remoteId)).verified, false);
      const signing = await destinations.renewDkim(remoteId);
      assert.ok(signing.host.endsWith(`._domainkey.${name}`), 'the signing record is for another host');
      assert.match(signing.value, /v=DKIM1/);
      await destinations.removeDomain(remoteId);
      await destinations.removeDomain(remoteId);
      made.delete(remoteId);
      assert.ok(!(await destinations.domains()).some((one) => one.remoteId === remoteId), 'still listed');
    },
  },
  {
    name: 'one domain too many names the limit',
    unless: (rig) => personal(rig) ?? (used(rig, 'domains') ? null : 'the plan has room for domains'),
    async run({ destinations }) {
      const { code, detail } = await refusal(
        destinations.addDomain(`${unlikely().replaceAll('.', '-')}.example`),
      );
      assert.equal(code, 'plan');
      assert.equal(detail.limit, 'alias_domains');
    },
  },
];
