// The suite that anybody can run against a server of anon.li, run against the sandbox in both its ways, with every kind of
// account and key; and what it reports of a server that breaks a promise, or keeps what should be gone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONLI } from '../../contract/anonli.ts';
import { runSuite } from '../../contract/suite.ts';
import { SUITES } from '../../contract/suites.ts';
import { addKey, addOrg } from '../../sandbox/anonli/accounts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { SHAPES } from './anonli-account.ts';
import { failure } from './errors.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.world.reset());

const house = () => {
  const [user] = [...sandbox.world.state.anonli.users.values()];
  if (user === undefined) throw new Error('no account');
  return user;
};
const options = () => ({
  base: sandbox.json.anonli,
  key: sandbox.json.anonliKey,
  vaultPassword: sandbox.json.anonliPassword,
  recipient: 'Check@mail.example',
});
/** What only another kind of account can show. */
const ELSEWHERE = [
  'a key of an organisation switches and removes nothing',
  'an account without a vault says so',
  'one domain too many names the limit',
];

describe.each(Object.entries(SHAPES))('as %s', (_name, shape) => {
  beforeEach(() => {
    sandbox.world.state.settings.anonli = { ...shape };
  });

  test('a whole account keeps every promise, and nothing stays behind', { timeout: 60_000 }, async () => {
    const report = await runSuite(ANONLI, options());
    expect(report.failed).toEqual([]);
    expect(report.skipped.map(({ name }) => name).sort()).toEqual([...ELSEWHERE].sort());
    expect(report.passed).toHaveLength(ANONLI.cases.length - ELSEWHERE.length);
    expect(report.left).toEqual([]);
    const { aliases, domains, recipients } = sandbox.world.state.anonli;
    expect([aliases.size, domains.size, recipients.size]).toEqual([0, 0, 1]);
    expect(report.requests).toBe(sandbox.world.journal.list().length);
  });

  test('a free account without a vault is tried as far as it goes', async () => {
    Object.assign(house(), { tier: 'free', vault: null });
    const { failed, passed, left } = await runSuite(ANONLI, options());
    expect(failed).toEqual([]);
    expect(left).toEqual([]);
    expect(passed).toContain('an account without a vault says so');
    expect(passed).toContain('one domain too many names the limit');
  });

  test('so is a key of an organisation, which cannot remove what it made', async () => {
    const { anonli } = sandbox.world.state;
    const key = addKey(anonli, house().id, addOrg(anonli, true).id);
    const { failed, passed, left } = await runSuite(ANONLI, { ...options(), key });
    expect(failed).toEqual([]);
    expect(passed).toContain('a key of an organisation switches and removes nothing');
    expect(left).toHaveLength(anonli.aliases.size);
  });
});

test('a suite that meets a full window of a minute waits for it, and blames nobody', async () => {
  sandbox.world.faults.add({
    path: '/anonli/api/vault/bootstrap',
    times: 1,
    after: false,
    act: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  });
  expect((await runSuite(ANONLI, options())).failed).toEqual([]);
});

test('a promise that is not kept is named with what happened, and the rest is tried', async () => {
  sandbox.world.faults.add({
    method: 'PATCH',
    path: '/anonli/api/v1/alias/*',
    times: 1000,
    after: false,
    act: { kind: 'status', status: 500 },
  });
  const { failed, passed, left } = await runSuite(ANONLI, { ...options(), vaultPassword: undefined });
  expect(failed.map(({ name }) => name)).toContain('an alias is switched off and on');
  expect(failed.find(({ name }) => name.startsWith('an alias is switched'))?.why).toMatch(/^server /);
  expect(passed).toContain('the key works, and another does not');
  expect(left).toEqual([]);
  expect(JSON.stringify(failed)).not.toContain(sandbox.json.anonliKey);
});

test('a key that works nowhere fails by promise, not by accident', async () => {
  const { failed } = await runSuite(ANONLI, { ...options(), key: 'ak_11111111111111111111111111111111' });
  expect(failed[0]).toMatchObject({
    name: 'the key works, and another does not',
    why: expect.stringMatching(/^unauthorized /),
  });
});

test('an address or key that cannot be one is refused before anything is sent', async () => {
  const run = SUITES.anonli ?? (() => Promise.reject(new Error('no suite')));
  expect((await failure(run({ ...options(), base: 'http://anon.li/api/v1' }))).code).toBe('insecure-url');
  expect((await failure(run({ ...options(), key: 'not a key' }))).code).toBe('rejected');
  expect(sandbox.world.journal.list()).toEqual([]);
});
