// The suite that anybody can run against a server of AliasKit, run against the sandbox with each of its error bodies, with keys of
// few rights and of the free plan; and what it reports of a server that breaks a promise.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ALIASKIT } from '../../contract/aliaskit.ts';
import { runSuite } from '../../contract/suite.ts';
import { SUITES } from '../../contract/suites.ts';
import { issueKey } from '../../sandbox/aliaskit/keys.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Scope } from '../../sandbox/world/state.ts';
import { failure } from './errors.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.world.reset());

const options = () => {
  const { api: base, key, smtp } = sandbox.json;
  return { base, key, smtp: `${smtp.host}:${smtp.port}`, phone: true };
};
const living = () =>
  [...sandbox.world.state.identities.values()].filter(({ status }) => status !== 'deleted');

describe.each(['seed', 'codes', 'text'] as const)('errors as %s', (errors) => {
  test('a whole account keeps every promise, and nothing stays behind', { timeout: 60_000 }, async () => {
    sandbox.world.state.settings.aliaskit.errors = errors;
    const report = await runSuite(ALIASKIT, options());
    expect(report.failed).toEqual([]);
    expect(report.skipped).toEqual([]);
    expect(report.passed).toHaveLength(ALIASKIT.cases.length);
    expect(report.left).toEqual([]);
    expect(living()).toEqual([]);
    expect(report.requests).toBe(sandbox.world.journal.list().length);
  });
});

test('later members, dates instead of seconds, and no live line change nothing', {
  timeout: 60_000,
}, async () => {
  Object.assign(sandbox.world.state.settings.aliaskit, {
    email_extras: true,
    retry_after: 'date',
    realtime_url: false,
    isolation: 'key',
  });
  expect((await runSuite(ALIASKIT, options())).failed).toEqual([]);
});

const READING: Scope[] = ['identities:read', 'messages:read', 'cards:read'];
test.each<[string, Scope[], string[]]>([
  ['reads only', READING, ['the key works, and another does not']],
  [
    'makes identities and no more',
    ['identities:read', 'identities:write'],
    ['an identity is suspended and active again'],
  ],
  [
    'has no cards',
    ['identities:read', 'identities:write', 'messages:read', 'messages:write'],
    ['an answer comes back'],
  ],
])('a key that %s is tried as far as it goes', { timeout: 60_000 }, async (_what, scopes, kept) => {
  const { key } = issueKey(sandbox.world, { scopes });
  const { failed, passed, skipped, left } = await runSuite(ALIASKIT, { ...options(), key });
  expect(failed).toEqual([]);
  expect(passed).toEqual(expect.arrayContaining(kept));
  expect(skipped.length).toBeGreaterThan(0);
  expect(left).toEqual([]);
});

test('a broken promise is named with what happened, and the rest is tried', { timeout: 60_000 }, async () => {
  const { world, json } = sandbox;
  world.faults.add({
    method: 'POST',
    path: '/api/v1/cards/*/freeze',
    times: 10,
    after: false,
    act: { kind: 'status', status: 500 },
  });
  const { failed, passed, left } = await runSuite(ALIASKIT, options());
  expect(failed.map(({ name }) => name)).toEqual([
    'a frozen card is not revealed, an unfrozen one is, a cancelled one never again',
  ]);
  expect(failed[0]?.why).toMatch(/^server /);
  expect(passed).toContain('an answer comes back');
  expect(left).toEqual([]);
  expect(JSON.stringify(failed)).not.toContain(json.key);
});

test('an address or key that cannot be one is refused before anything is sent', async () => {
  const run = SUITES.aliaskit ?? (() => Promise.reject(new Error('no suite')));
  expect((await failure(run({ ...options(), base: 'http://aliaskit.com/api/v1' }))).code).toBe(
    'insecure-url',
  );
  expect((await failure(run({ ...options(), key: 'not a key' }))).code).toBe('rejected');
  expect(sandbox.world.journal.list()).toEqual([]);
});
