// The sandbox's Kayle ID for who is asked: the public readings, the token that works once, the pages, and what a reset, a restart and
// a fault on order do.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Kayle, kayleOf } from './kayle-scene.ts';

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

/** Node resolves no `.localhost` names. */
const page = (path: string, host = new URL(sandbox.json.kayleVerify).host) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: sandbox.json.port, path, headers: { host } }, (answer) => {
        let text = '';
        answer.on('data', (piece) => {
          text += piece;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      })
        .on('error', reject)
        .end();
    },
  );

describe('public readings', () => {
  test('tell the claims and who asks, never the token', async () => {
    const { id, cancel_token: token } = await kayle.ask();
    const { body } = await kayle.open('GET', `/${id}/details`);
    expect(body.data).toMatchObject({
      session_id: id,
      is_age_only: true,
      age_threshold: 18,
      organization_name: 'Corner Shop',
      organization_verified_apex_domains: ['shop.localhost', 'example.com'],
    });
    expect(JSON.stringify(body)).not.toContain(token);
    expect((await kayle.open('GET', `/${id}/redirect-permitted`)).body.data.permitted).toBe(false);
  });

  test('know no stranger, no frozen organisation and no bad id', async () => {
    const { id } = await kayle.ask();
    expect((await kayle.open('GET', `/vs_${'z'.repeat(64)}/details`)).body.error.code).toBe(
      'SESSION_NOT_FOUND',
    );
    expect((await kayle.open('GET', '/x/status')).body.error.code).toBe('INVALID_SESSION_ID');
    const [org] = (await kayle.admin('GET', '/organisations')).body.organisations;
    await kayle.admin('PATCH', `/organisations/${org.id}`, { frozen: true });
    expect((await kayle.open('GET', `/${id}/details`)).status).toBe(404);
  });
});

describe('the cancel token', () => {
  test('cancels once; a wrong one does nothing', async () => {
    const { id, cancel_token: token } = await kayle.ask();
    expect((await kayle.open('POST', `/${id}/cancel`, { cancel_token: 'no' })).body.error.code).toBe(
      'CANCEL_TOKEN_INVALID',
    );
    expect((await kayle.open('POST', `/${id}/cancel`, {})).status).toBe(400);
    expect((await kayle.open('POST', `/${id}/cancel`, { cancel_token: token })).status).toBe(204);
    expect((await kayle.api('GET', `/sessions/${id}`)).body.data.status).toBe('cancelled');
    expect((await kayle.open('POST', `/${id}/cancel`, { cancel_token: token })).status).toBe(204);
  });

  test('withdraws after the end, if nothing was delivered yet', async () => {
    const hook = await kayle.hook('a');
    await kayle.admin('PATCH', '/receiver/a', { status: 500 });
    const { id, cancel_token: token } = await kayle.ask();
    await kayle.phone(id, { act: 'succeed' });
    await kayle.open('POST', `/${id}/cancel`, { cancel_token: token });
    expect((await kayle.api('GET', `/sessions/${id}`)).body.data.status).toBe('cancelled');
    await kayle.admin('PATCH', '/receiver/a', { status: 200 });
    await kayle.pass(10_000);
    const answers = await hook.got();
    expect(answers.map(({ payload }) => payload.data.reason)).toEqual([
      'privacy_cancelled_after_terminal_success',
    ]);
    expect((await kayle.open('GET', `/${id}/privacy-context`)).body.data.has_withdrawn_consent).toBe(true);
  });

  test('takes nothing back that was delivered, and is used up', async () => {
    await kayle.hook('a');
    const { id, cancel_token: token } = await kayle.ask();
    await kayle.phone(id, { act: 'succeed' });
    expect((await kayle.open('POST', `/${id}/cancel`, { cancel_token: token })).status).toBe(204);
    expect((await kayle.api('GET', `/sessions/${id}`)).body.data.status).toBe('succeeded');
    expect((await kayle.open('POST', `/${id}/cancel`, { cancel_token: token })).body.error.code).toBe(
      'CANCEL_TOKEN_USED',
    );
  });
});

describe('pages', () => {
  test('stand on a host of their own, cannot be framed, and name who asks as text', async () => {
    const [org] = (await kayle.admin('GET', '/organisations')).body.organisations;
    await kayle.admin('PATCH', `/organisations/${org.id}`, { name: '<script>x</script>' });
    const { id, verification_url: link } = await kayle.ask();
    expect(new URL(link).origin).toBe(sandbox.json.kayleVerify);
    const { status, headers, text } = await page(`/${id}`);
    expect([status, headers['x-frame-options']]).toEqual([200, 'DENY']);
    expect(text).toContain('&lt;script&gt;x');
    expect((await page(`/${id}/privacy`)).status).toBe(200);
    expect((await page(`/vs_${'z'.repeat(64)}`)).status).toBe(404);
  });

  test('pass the public readings on, and warn of who verified nothing', async () => {
    const unverified = kayleOf(sandbox, 'unverified');
    const { id } = await unverified.ask({ family_name: { required: true, reason: 'To greet you' } });
    expect((await page(`/v1/verify/session/${id}/details`)).status).toBe(200);
    expect((await page(`/${id}`)).text).toContain('has not verified');
    expect((await page(`/${(await unverified.ask()).id}`)).text).not.toContain('has not verified');
  });

  test('the API has a host of its own too', async () => {
    const { host } = new URL(sandbox.json.kayleSite);
    expect((await page('/v1/sessions', host)).status).toBe(401);
    expect((await page('/openapi', host)).status).toBe(200);
    expect((await page('/reference', host)).text).toContain('/v1/sessions/:id/cancel');
  });
});

test('an unverified organisation may ask for five identities a day, and for ages without limit', async () => {
  const unverified = kayleOf(sandbox, 'unverified');
  const name = { share_fields: { family_name: { required: true, reason: 'To greet you' } } };
  const age = { share_fields: { age_over_18: { required: true, reason: 'To sell you wine' } } };
  for (let made = 0; made < 5; made += 1)
    expect((await unverified.api('POST', '/sessions', name)).status).toBe(200);
  const sixth = await unverified.api('POST', '/sessions', name);
  expect([sixth.status, sixth.body.error.code]).toEqual([429, 'ORG_NOT_VERIFIED_LIMIT_EXCEEDED']);
  expect((await unverified.api('POST', '/sessions', age)).status).toBe(200);
  sandbox.world.state.clockOffset += 25 * 3_600_000;
  expect((await unverified.api('POST', '/sessions', name)).status).toBe(200);
});

test('faults on order speak as Kayle does', async () => {
  const order = (status: number) =>
    sandbox.world.faults.add({
      method: 'GET',
      path: '/kayle/*',
      times: 1,
      after: false,
      act: { kind: 'status', status },
    });
  order(401);
  expect((await kayle.api('GET', '/sessions')).body).toEqual({
    error: { code: 'UNAUTHORIZED', message: 'Unauthorized' },
  });
  order(500);
  const response = await fetch(`${sandbox.json.kayle}/v1/sessions`);
  expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error']);
});

test('keys outlive a reset; rows outlive a restart', async () => {
  const key = sandbox.json.kayleKeys.main;
  sandbox.world.reset('other');
  expect((await kayle.api('GET', '/sessions')).status).toBe(200);
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const dataFile = join(folder, 'state.json');
  const first = await startSandbox({ dataFile });
  const made = await kayleOf(first).ask();
  await first.close();
  const second = await startSandbox({ dataFile });
  expect(second.json.kayleKeys).toEqual(first.json.kayleKeys);
  expect((await kayleOf(second).api('GET', `/sessions/${made.id}`)).status).toBe(200);
  await second.close();
  await rm(folder, { recursive: true });
  expect(key).toMatch(/^kk_/);
});
