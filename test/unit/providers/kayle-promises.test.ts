// The suite that anybody can run against a Kayle ID server, run against the sandbox with every kind of key; and what it reports of a
// server that breaks a promise, or keeps what should be gone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KAYLE } from '../../contract/kayle.ts';
import { runSuite } from '../../contract/suite.ts';
import { SUITES } from '../../contract/suites.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { failure } from './errors.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.world.state.kayle.mode = 'production';
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.world.reset());

const run = (key: string) =>
  runSuite(KAYLE, { base: sandbox.json.kayle, key: sandbox.json.kayleKeys[key] ?? key });
const BY_SCOPE = 'what the key may not is refused by scope';

test('a whole key keeps every promise; every check is ended, no endpoint stays', async () => {
  const report = await run('main');
  expect(report.failed).toEqual([]);
  expect(report.skipped.map(({ name }) => name)).toEqual([BY_SCOPE]);
  expect(report.left).toEqual([]);
  const { sessions, endpoints } = sandbox.world.state.kayle;
  expect(new Set([...sessions.values()].map(({ status }) => status))).toEqual(new Set(['cancelled']));
  expect(endpoints.size).toBe(0);
  expect(report.requests).toBe(sandbox.world.journal.list().length);
});

describe('part of a key is tried as far as it goes', () => {
  test.each([
    ['sesswrite', 'a check is made, open for an hour, and reads back without its token'],
    ['sessread', BY_SCOPE],
    ['hookwrite', 'one key is active at a time'],
    ['hookread', BY_SCOPE],
    ['analytics', 'the last fourteen days are told, each of them'],
    ['noperms', BY_SCOPE],
  ])('%s', async (key, name) => {
    const { failed, passed, skipped } = await run(key);
    expect(failed).toEqual([]);
    expect(passed).toContain(name);
    expect(skipped.every(({ why }) => why.startsWith('the key'))).toBe(true);
  });

  test.each([
    ['incomplete', 'ONBOARDING_INCOMPLETE'],
    ['noterms', 'RP_TERMS_ACCEPTANCE_REQUIRED'],
  ])('an organisation that may not ask: %s', async (key, code) => {
    const { failed, passed, skipped } = await run(key);
    expect(failed).toEqual([]);
    expect(skipped.map(({ why }) => why)).toContain(`the organisation may not ask: ${code}`);
    expect(passed).toContain('one key is active at a time');
  });
});

test('a promise that is not kept is named with what happened, and the rest is tried', async () => {
  sandbox.world.faults.add({
    method: 'DELETE',
    path: '/kayle/v1/webhooks/endpoints/*',
    times: 1000,
    after: false,
    act: { kind: 'status', status: 500 },
  });
  const { failed, passed, left } = await run('main');
  const names = failed.map(({ name }) => name);
  expect(names).toContain('an endpoint is made, edited, listed, removed, and removing it again is no error');
  expect(passed).toContain('one key is active at a time');
  expect(left.length).toBeGreaterThan(0);
  expect(JSON.stringify(failed)).not.toContain(sandbox.json.kayleKeys.main);
});

test.each(['disabled', 'frozen', `kk_${'1'.repeat(32)}`])(
  'a key that works nowhere fails by promise: %s',
  async (key) => {
    const { failed } = await run(key);
    expect(failed[0]?.name).toBe('the key works, and another does not');
  },
);

test('an address or key that cannot be one is refused before anything is sent', async () => {
  const suite = SUITES.kayle ?? (() => Promise.reject(new Error('no suite')));
  const options = { base: sandbox.json.kayle, key: sandbox.json.kayleKeys.main ?? '' };
  expect((await failure(suite({ ...options, base: 'http://api.kayle.id' }))).code).toBe('insecure-url');
  expect((await failure(suite({ ...options, key: 'not\na key' }))).code).toBe('rejected');
  expect(sandbox.world.journal.list()).toEqual([]);
});
