// What a Kayle ID server promises of webhooks: endpoints, secrets, keys, events. Endpoints are switched off from the start, so that
// nothing is ever sent to one.
import assert from 'node:assert/strict';
import { generateRsaPair } from '../../lib/crypto/rsa.ts';
import { all } from '../../lib/providers/cursors.ts';
import { type KayleRig, lacks } from './kayle-rig.ts';
import { type Case, refusal } from './suite.ts';

const manages = lacks('webhooks:write');

export const WEBHOOK_CASES: readonly Case<KayleRig>[] = [
  {
    name: 'an endpoint is made, edited, listed, removed, and removing it again is no error',
    unless: manages,
    async run({ makeEndpoint, webhooks }) {
      const { remoteId } = (await makeEndpoint()).endpoint;
      const edited = await webhooks.edit(remoteId, { name: null, labels: ['check'], retentionHours: 24 });
      assert.deepEqual(
        [edited.name, edited.labels, edited.retentionHours, edited.enabled],
        [null, ['check'], 24, false],
      );
      const listed = await all(
        (after) => webhooks.endpoints({ after }),
        (one) => one.remoteId,
      );
      assert.ok(
        listed.some((one) => one.remoteId === remoteId),
        'made, and not listed',
      );
      await webhooks.remove(remoteId);
      await webhooks.remove(remoteId);
      assert.equal((await refusal(webhooks.endpoint(remoteId))).code, 'not-found');
    },
  },
  {
    name: 'a signing secret is revealed as it was told, and another after a rotation',
    unless: manages,
    async run({ makeEndpoint, webhooks }) {
      const { endpoint, signingSecret } = await makeEndpoint();
      assert.equal(await webhooks.revealSecret(endpoint.remoteId), signingSecret);
      const rotated = await webhooks.rotateSecret(endpoint.remoteId);
      assert.notEqual(rotated, signingSecret);
      assert.equal(await webhooks.revealSecret(endpoint.remoteId), rotated);
    },
  },
  {
    name: 'one key is active at a time',
    unless: manages,
    async run({ makeEndpoint, webhooks }) {
      const { remoteId } = (await makeEndpoint()).endpoint;
      const { publicJwk: jwk } = await generateRsaPair(2048);
      const first = await webhooks.registerKey(remoteId, { keyId: 'one', jwk });
      const second = await webhooks.registerKey(remoteId, { keyId: 'two', jwk });
      const active = async () =>
        (await webhooks.keys(remoteId)).items.flatMap((key) => (key.active ? [key.keyId] : []));
      assert.deepEqual([first.active, await active()], [true, ['two']]);
      await webhooks.setKeyActive(first.remoteId, true);
      assert.deepEqual(await active(), ['one']);
      await webhooks.setKeyActive(first.remoteId, false);
      assert.deepEqual(await active(), []);
      assert.equal(second.jwk?.n, jwk.n);
    },
  },
  {
    name: 'an address in clear, or an empty list of events, is no endpoint',
    unless: manages,
    async run({ webhooks }) {
      const url = 'http://hooks.example.com/';
      const { code, detail } = await refusal(webhooks.create({ url, enabled: false }));
      assert.deepEqual([code, detail.field], ['rejected', 'url']);
      const empty = { url: 'https://hooks.example.com/', eventTypes: [] };
      assert.equal((await refusal(webhooks.create(empty))).detail.field, 'subscribed_event_types');
    },
  },
  {
    name: 'what nobody has cannot be sent again',
    unless: manages,
    async run({ webhooks }) {
      assert.equal((await refusal(webhooks.retry('whd_nothing'))).code, 'not-found');
      assert.equal((await refusal(webhooks.replay('evt_nothing'))).code, 'not-found');
    },
  },
  {
    name: 'the end of a check is an event, though no endpoint wants it',
    unless: lacks('sessions:write', 'webhooks:read'),
    async run({ make, checks, webhooks }) {
      const { check } = await make();
      await checks.cancel(check.remoteId);
      const { items } = await webhooks.events({ createdFrom: check.createdAt, limit: 100 });
      const event = items.find(({ triggerId }) => triggerId === check.remoteId);
      assert.equal(event?.type, 'cancelled');
      assert.equal((await webhooks.event(event.remoteId)).triggerId, check.remoteId);
    },
  },
];
