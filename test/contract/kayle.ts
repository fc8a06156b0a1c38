// What a Kayle ID server promises to who asks, and to who is asked, case by case. Makes checks that nobody is shown and cancels
// them, and endpoints that are switched off; nothing is sent to anyone.
import assert from 'node:assert/strict';
import { follow } from '../../lib/providers/cursors.ts';
import { AGE, type KayleRig, lacks, openKayle } from './kayle-rig.ts';
import { WEBHOOK_CASES } from './kayle-webhooks.ts';
import { type Case, refusal, type Suite } from './suite.ts';

const HOUR = 60 * 60 * 1000;
const UNKNOWN = `vs_${'0'.repeat(64)}`;
const asks = lacks('sessions:write');

const because = { required: true, reason: 'To try out whether checks can be made' };

const CHECKS: readonly Case<KayleRig>[] = [
  {
    name: 'the key works, and another does not',
    async run({ probe, stranger }) {
      assert.ok(Object.values((await probe()).scopes).length > 0);
      assert.equal((await refusal(stranger.probe?.() ?? Promise.resolve())).code, 'unauthorized');
    },
  },
  {
    name: 'what the key may not is refused by scope',
    unless: ({ scopes }) =>
      Object.values(scopes).every((has) => has) ? 'the key may everything, or does not work' : null,
    async run({ scopes, checks, webhooks, insights }) {
      const tries: Readonly<Record<string, () => Promise<unknown>>> = {
        'sessions:read': () => checks.list({ limit: 1 }),
        'sessions:write': () => checks.cancel(UNKNOWN),
        'webhooks:read': () => webhooks.endpoints(),
        'webhooks:write': () => webhooks.retry('whd_nothing'),
        'analytics:read': () => insights.overview(),
      };
      for (const [scope, has] of Object.entries(scopes)) {
        const attempt = tries[scope];
        if (has || attempt === undefined) continue;
        const { code, detail } = await refusal(attempt());
        assert.equal(code, 'missing-scope');
        assert.equal(detail.limit, scope);
      }
    },
  },
  {
    name: 'a check is made, open for an hour, and reads back without its token',
    unless: asks,
    async run({ make, checks }) {
      const { check, link, cancelToken } = await make();
      assert.equal(check.status, 'created');
      assert.equal(check.expiresAt - check.createdAt, HOUR);
      assert.match(cancelToken ?? '', /^\w{8,}$/);
      assert.ok(link.includes(cancelToken ?? '?'), 'the link has no token');
      const read = await checks.get(check.remoteId);
      assert.ok(!JSON.stringify(read).includes(cancelToken ?? '?'), 'the token is told again');
      assert.deepEqual(read.claims, check.claims);
    },
  },
  {
    name: "nothing is asked beyond what was chosen but the service's own id",
    unless: asks,
    async run({ make }) {
      const { check } = await make({ ...AGE, family_name: { ...because, required: false } });
      const chosen = check.claims
        .filter((one) => one.chosen)
        .map(({ claim, required }) => `${claim} ${required}`);
      assert.deepEqual(chosen.sort(), ['age_over_18 true', 'family_name false']);
      const added = check.claims.filter((one) => !one.chosen).map(({ claim }) => claim);
      assert.deepEqual(added, ['kayle_document_id']);
    },
  },
  {
    name: 'two checks are found again by the time they were made',
    unless: asks,
    async run({ make, checks }) {
      const two = [await make(), await make()].map(({ check }) => check);
      const createdFrom = Math.min(...two.map(({ createdAt }) => createdAt));
      const ids = new Set<string>();
      for await (const page of follow(
        (after) => checks.list({ after, createdFrom, limit: 1 }),
        ({ remoteId }) => remoteId,
      ))
        for (const { remoteId } of page) ids.add(remoteId);
      for (const { remoteId } of two) assert.ok(ids.has(remoteId), 'made, and not listed');
    },
  },
  {
    name: 'what cannot be asked is refused with its reason',
    unless: asks,
    async run({ make }) {
      const reasonOf = async (fields: Parameters<KayleRig['make']>[0]) => {
        const { code, detail } = await refusal(make(fields));
        return `${code} ${detail.reason}`;
      };
      assert.equal(await reasonOf({ no_such_claim: because }), 'rejected UNKNOWN_CLAIM_KEY');
      assert.equal(await reasonOf({ age_over_11: because }), 'rejected INVALID_AGE_GATE_KEY');
      assert.equal(
        await reasonOf({ age_over_18: because, age_over_21: because }),
        'rejected MULTIPLE_AGE_GATES_NOT_ALLOWED',
      );
      assert.equal(
        await reasonOf({ family_name: { required: true, reason: ' ' } }),
        'rejected REASON_REQUIRED',
      );
      assert.equal(
        await reasonOf({ family_name: { required: true, reason: 'a'.repeat(201) } }),
        'rejected REASON_TOO_LONG',
      );
    },
  },
  {
    name: 'nothing asked, or an address in clear, is never sent or never taken',
    unless: asks,
    async run({ checks, requests }) {
      const before = requests();
      assert.equal((await refusal(checks.create({ shareFields: {} }))).code, 'rejected');
      assert.equal(requests(), before);
      const redirectUrl = 'http://moniker-check.example/';
      const { code, detail } = await refusal(checks.create({ shareFields: AGE, redirectUrl }));
      assert.deepEqual([code, detail.field], ['rejected', 'redirect_url']);
    },
  },
  {
    name: 'a check is cancelled, and once more without harm',
    unless: asks,
    async run({ make, checks }) {
      const { remoteId } = (await make()).check;
      await checks.cancel(remoteId);
      await checks.cancel(remoteId);
      const { status, completedAt } = await checks.get(remoteId);
      assert.equal(status, 'cancelled');
      assert.equal(typeof completedAt, 'number');
    },
  },
  {
    name: 'what nobody has is not found',
    unless: asks,
    async run({ checks }) {
      assert.equal((await refusal(checks.get(UNKNOWN))).code, 'not-found');
      assert.equal((await refusal(checks.cancel(UNKNOWN))).code, 'not-found');
    },
  },
  {
    name: 'who is asked reads the same claims without a key, and how it stands',
    unless: asks,
    async run({ make, asked }) {
      const { check } = await make();
      const details = await asked.details(check.remoteId);
      assert.deepEqual(
        new Set(details.claims.map(({ claim }) => claim)),
        new Set(check.claims.map(({ claim }) => claim)),
      );
      assert.notEqual(details.organization.name, '');
      assert.equal((await asked.status(check.remoteId)).ended, false);
      assert.equal((await asked.privacy(check.remoteId)).withdrawn, false);
      assert.equal((await refusal(asked.details(UNKNOWN))).code, 'not-found');
    },
  },
];

const INSIGHTS: readonly Case<KayleRig>[] = [
  {
    name: 'the last fourteen days are told, each of them',
    unless: lacks('analytics:read'),
    async run({ insights }) {
      const { days, totals, summary } = await insights.overview();
      assert.equal(days.length, 14);
      assert.deepEqual(
        totals.map(({ date }) => date),
        days.map(({ date }) => date),
      );
      const { total, active, success, failure, expired, cancelled } = summary;
      assert.equal(total, active + success + failure + expired + cancelled);
    },
  },
];

export const KAYLE: Suite<KayleRig> = {
  open: openKayle,
  cases: [...CHECKS, ...WEBHOOK_CASES, ...INSIGHTS],
};
