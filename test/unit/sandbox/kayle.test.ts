// The sandbox's Kayle ID from a check to its answer, on its own clock: what the phone does, what the receiver gets, what is sent again,
// what expires, is withdrawn, and is forgotten.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Kayle, kayleOf } from './kayle-scene.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let sandbox: Sandbox;
let kayle: Kayle;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.world.reset();
  kayle = kayleOf(sandbox);
});

const statusOf = async (id: string) => (await kayle.api('GET', `/sessions/${id}`)).body.data.status;
const deliveryOf = async () => (await kayle.api('GET', '/webhooks/deliveries')).body.data[0];

describe('the phone', () => {
  test('connects, shares what is required and chosen, and the answer is signed and sealed', async () => {
    const hook = await kayle.hook('a');
    const { id } = await kayle.ask({
      age_over_21: { required: true, reason: 'To sell you wine' },
      family_name: { required: false, reason: 'To greet you' },
      given_names: { required: false, reason: 'To greet you' },
    });
    await kayle.phone(id, { act: 'connect' });
    expect(await statusOf(id)).toBe('in_progress');
    await kayle.phone(id, {
      act: 'succeed',
      holder: { date_of_birth: '2007-01-01', family_name: 'NEMO' },
      chosen: ['family_name'],
    });
    expect(await statusOf(id)).toBe('succeeded');
    const answer = await hook.last();
    expect(answer.payload).toMatchObject({
      type: 'verification.session.succeeded',
      metadata: { contract_version: 1, verification_session_id: id },
      data: {
        // Not of age, and succeeded all the same.
        claims: { age_over_21: false, family_name: 'NEMO', given_names: null },
        selected_field_keys: ['age_over_21', 'family_name', 'kayle_document_id'],
      },
    });
    const [, seconds, mac] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(answer.headers['x-kayle-signature'] ?? '') ?? [];
    expect(mac).toBe(createHmac('sha256', hook.secret).update(`${seconds}.${answer.body}`).digest('hex'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/jose',
      'x-kayle-event': 'verification.session.succeeded',
      'x-kayle-delivery-id': expect.stringMatching(/^whd_/),
    });
  });

  test('the birthday itself counts, by UTC', async () => {
    const hook = await kayle.hook('a');
    const today = new Date(sandbox.world.now());
    const born = (days: number) =>
      new Date(Date.UTC(today.getUTCFullYear() - 18, today.getUTCMonth(), today.getUTCDate() + days))
        .toISOString()
        .slice(0, 10);
    for (const days of [0, 1])
      await kayle.phone((await kayle.ask()).id, { act: 'succeed', holder: { date_of_birth: born(days) } });
    const answers = await hook.got();
    expect(answers.map(({ payload }) => payload.data.claims.age_over_18)).toEqual([false, true]);
  });

  test('the same document has the same id for an organisation, and another for another', async () => {
    const hook = await kayle.hook('a');
    const other = kayleOf(sandbox, 'other');
    const theirs = await other.hook('b');
    for (const one of [kayle, kayle, other]) await kayle.phone((await one.ask()).id, { act: 'succeed' });
    const [first, second] = (await hook.got()).map(({ payload }) => payload.data.claims.kayle_document_id);
    const [third] = (await theirs.got()).map(({ payload }) => payload.data.claims.kayle_document_id);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([first === second, first === third]).toEqual([true, false]);
  });

  test('the third try of a kind ends it, told by its code and the tries used', async () => {
    const hook = await kayle.hook('a');
    const { id } = await kayle.ask();
    await kayle.phone(id, { act: 'try', code: 'document_chip_authentication_failed' });
    for (const code of ['liveness_failed', 'selfie_face_mismatch', 'liveness_failed'])
      await kayle.phone(id, { act: 'try', code });
    expect((await kayle.api('GET', `/sessions/${id}`)).body.data).toMatchObject({
      status: 'failed',
      failure_code: 'liveness_failed',
      nfc_tries_used: 1,
      liveness_tries_used: 3,
    });
    const { payload } = await hook.last();
    expect(payload.data).toEqual({
      failure_code: 'liveness_failed',
      nfc_tries_used: 1,
      liveness_tries_used: 3,
    });
  });

  test('what has ended cannot be played on', async () => {
    const { id } = await kayle.ask();
    await kayle.phone(id, { act: 'fail', code: 'document_anti_cloning_attestation_failed' });
    expect((await kayle.phone(id, { act: 'succeed' })).status).toBe(404);
    expect((await kayle.phone('vs_nobody', { act: 'connect' })).status).toBe(404);
    expect((await kayle.phone(id, { act: 'dance' })).status).toBe(400);
  });
});

describe('answers on their way', () => {
  test('are sent by the schedule, eight times, and then given up on; a retry starts over', async () => {
    const hook = await kayle.hook('a');
    await kayle.admin('PATCH', '/receiver/a', { status: 500 });
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    const pauses = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
    for (const [done, pause] of pauses.entries()) {
      expect(await deliveryOf()).toMatchObject({
        status: 'pending',
        attempt_count: done + 1,
        last_status_code: 500,
        next_attempt_at: null,
      });
      await kayle.pass(pause - 2 * SECOND);
      expect((await deliveryOf()).attempt_count).toBe(done + 1);
      await kayle.pass(3 * SECOND);
    }
    const failed = await deliveryOf();
    expect(failed).toMatchObject({
      status: 'failed',
      attempt_count: 8,
      payload_retention_reason: 'terminal_failure_retention',
    });
    expect(await hook.got()).toEqual([]);
    await kayle.admin('PATCH', '/receiver/a', { status: 204 });
    const retried = await kayle.api('POST', `/webhooks/deliveries/${failed.id}/retry`);
    expect(retried.body.data).toMatchObject({ status: 'pending', attempt_count: 0, last_attempt_at: null });
    await kayle.admin('POST', '/settle');
    expect(await deliveryOf()).toMatchObject({ status: 'succeeded', payload_retention_reason: 'delivered' });
    expect(await hook.got()).toHaveLength(1);
    expect((await kayle.api('POST', `/webhooks/deliveries/${failed.id}/retry`)).body.error.code).toBe(
      'WEBHOOK_PAYLOAD_EXPIRED',
    );
  });

  test('are deleted when their time is over, and cannot be sent then', async () => {
    await kayle.hook('a', { undelivered_payload_retention_hours: 24 });
    await kayle.admin('PATCH', '/receiver/a', { status: 503 });
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    const { id, payload_expires_at: until, created_at: from } = await deliveryOf();
    expect(Date.parse(until) - Date.parse(from)).toBe(27 * HOUR + 35 * MINUTE + 5 * SECOND + 24 * HOUR);
    await kayle.pass(52 * HOUR);
    expect(await deliveryOf()).toMatchObject({ status: 'failed', payload_retention_reason: 'expired' });
    expect((await kayle.api('POST', `/webhooks/deliveries/${id}/retry`)).status).toBe(409);
  });

  test('without an active key are lost, and said to be', async () => {
    const hook = await kayle.hook('a', { sealed: false });
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    expect(await deliveryOf()).toMatchObject({
      status: 'failed',
      attempt_count: 1,
      payload_retention_reason: 'no_active_key',
      webhook_encryption_key_id: null,
    });
    expect(await hook.got()).toEqual([]);
  });

  test('go where the check says, and not to who wants other events or is switched off', async () => {
    const one = await kayle.hook('one');
    const two = await kayle.hook('two');
    const expired = await kayle.hook('three', { subscribed_event_types: ['verification.session.expired'] });
    const off = await kayle.hook('four', { enabled: false });
    const { id } = await kayle.ask(undefined, { webhook_endpoint_id: one.id });
    await kayle.phone(id, { act: 'succeed' });
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    const counts = await Promise.all([one, two, expired, off].map(async (hook) => (await hook.got()).length));
    expect(counts).toEqual([2, 1, 0, 0]);
  });

  test('are signed with the secret of the moment', async () => {
    const hook = await kayle.hook('a');
    const { signing_secret: secret } = (
      await kayle.api('POST', `/webhooks/endpoints/${hook.id}/signing-secret/rotate`)
    ).body.data;
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    const { headers, body } = await hook.last();
    const seconds = /t=(\d+)/.exec(headers['x-kayle-signature'] ?? '')?.[1];
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    expect(headers['x-kayle-signature']).toBe(`t=${seconds},v1=${mac}`);
  });

  test('follow no redirect', async () => {
    await kayle.hook('a/moved');
    await kayle.phone((await kayle.ask()).id, { act: 'succeed' });
    expect(await deliveryOf()).toMatchObject({ status: 'pending', attempt_count: 1, last_status_code: 302 });
    expect(sandbox.world.state.kayle.received).toEqual([]);
  });
});

describe('by the clock', () => {
  test('an open check is over after an hour: at once for who is asked, at the sweep for who asks', async () => {
    const hook = await kayle.hook('a');
    const { id } = await kayle.ask();
    await kayle.admin('POST', '/settle');
    sandbox.world.state.kayle.sweptAt = sandbox.world.now() + HOUR;
    await kayle.pass(HOUR + SECOND);
    expect(await statusOf(id)).toBe('created');
    await kayle.pass(5 * MINUTE);
    expect(await statusOf(id)).toBe('expired');
    expect((await hook.last()).payload).toMatchObject({ type: 'verification.session.expired', data: {} });

    const second = await kayle.ask();
    sandbox.world.state.clockOffset += HOUR;
    expect((await kayle.open('GET', `/${second.id}/status`)).body.data).toMatchObject({
      status: 'expired',
      is_terminal: true,
    });
  });

  test('an ended check is forgotten after thirty days, with its events', async () => {
    const { id } = await kayle.ask();
    await kayle.phone(id, { act: 'succeed' });
    await kayle.pass(29 * DAY);
    expect(await statusOf(id)).toBe('succeeded');
    await kayle.pass(DAY + HOUR);
    expect((await kayle.api('GET', `/sessions/${id}`)).status).toBe(404);
    expect((await kayle.api('GET', '/webhooks/events')).body.data).toEqual([]);
  });
});
