// Asking for checks against the real sandbox: once whatever becomes of the answer, kept with its link, matched by a person's word
// when the answer was lost, cancelled by key, and found when it was made elsewhere.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { askCheck, cancelCheck } from '../../../lib/actions/checks/ask-check.ts';
import { forgetCheck, listLedger } from '../../../lib/actions/checks/ledger.ts';
import { awaitedEntries, refreshCheck } from '../../../lib/actions/checks/look.ts';
import { adoptCheck, findLost } from '../../../lib/actions/checks/lost-check.ts';
import { pullChecks } from '../../../lib/actions/checks/pull.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { NewCheck } from '../../../lib/ledger.ts';
import type { AccountView } from '../../../lib/model.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let account: AccountView;

beforeEach(async () => {
  await scene?.close();
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const apiKey = kayleKeys.main ?? '';
  account = await connectAccount(scene.u, { kind: 'kayle', name: '', baseUrl, apiKey }, 3);
});
afterAll(() => scene.close());

const wish = (over: Partial<NewCheck> = {}): NewCheck => ({
  accountId: account.id,
  whom: 'Robin, from the market',
  site: 'market.example',
  claims: [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }],
  redirectUrl: '',
  endpointIds: [],
  ...over,
});
const ask = (over: Partial<NewCheck> = {}) => askCheck(scene.u, wish(over), Date.now);
const posts = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/sessions'));
const lose = (after: boolean) =>
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '*/sessions',
    times: 1,
    after,
    act: { kind: 'drop' },
  });

it('a check is asked for once and kept with its link; whom it is for, and its token, leave the worker never', async () => {
  const asked = await ask();
  expect(asked.check).toMatchObject({ status: 'created' });
  expect(asked.link).toContain(asked.check?.remoteId);
  expect(asked).not.toHaveProperty('cancelToken');
  expect(posts()).toHaveLength(1);
  expect(JSON.stringify(scene.sandbox.world.journal.list())).not.toMatch(/Robin|market\.example/);
  expect(await listLedger(scene.u)).toEqual([asked]);
});

it('what the linter refuses is not sent', async () => {
  const claims = [{ claim: 'age_over_11', required: true, reason: 'Because.' }];
  expect((await failure(ask({ claims }))).code).toBe('rejected');
  expect(posts()).toEqual([]);
  expect(await listLedger(scene.u)).toEqual([]);
});

it('forgotten while the service was asked how it stands, it does not come back', async () => {
  const { id } = await ask();
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '*/sessions/*',
    times: 1,
    after: false,
    // Longer than a busy machine takes to forget it.
    act: { kind: 'latency', ms: 1000 },
  });
  const looked = failure(refreshCheck(scene.u, id, Date.now()));
  await forgetCheck(id);
  expect((await looked).code).toBe('not-found');
  expect(await listLedger(scene.u)).toEqual([]);
});

describe('after an answer that never came', () => {
  it('the intent stays, the check is found, and a word makes it ours', async () => {
    lose(true);
    expect((await failure(ask())).code).toBe('doubtful');
    const [entry] = await listLedger(scene.u);
    expect(entry).toMatchObject({ check: null, link: null });
    const found = await findLost(scene.u, entry?.id ?? '');
    expect(found).toHaveLength(1);
    const adopted = await adoptCheck(scene.u, entry?.id ?? '', found[0]?.remoteId ?? '', Date.now());
    expect(adopted).toMatchObject({ origin: 'adopted', link: null, whom: 'Robin, from the market' });
    expect(await listLedger(scene.u)).toEqual([adopted]);
    expect(posts()).toHaveLength(1);
  });

  it('nothing is found where nothing was made', async () => {
    lose(false);
    expect((await failure(ask())).code).toBe('doubtful');
    const [entry] = await listLedger(scene.u);
    expect(await findLost(scene.u, entry?.id ?? '')).toEqual([]);
  });

  it('a line found by listing meanwhile becomes one with it', async () => {
    lose(true);
    await failure(ask());
    expect(await pullChecks(scene.u, account.id, Date.now())).toBe(1);
    const entry = (await listLedger(scene.u)).find(({ check }) => check === null);
    const [found] = await findLost(scene.u, entry?.id ?? '');
    await adoptCheck(scene.u, entry?.id ?? '', found?.remoteId ?? '', Date.now());
    expect((await listLedger(scene.u)).map(({ origin }) => origin)).toEqual(['adopted']);
  });
});

it('it is cancelled by key, and then no longer watched', async () => {
  const { id } = await ask();
  expect(await awaitedEntries(scene.u, Date.now())).toHaveLength(1);
  expect((await cancelCheck(scene.u, id, Date.now())).check?.status).toBe('cancelled');
  expect((await refreshCheck(scene.u, id, Date.now())).check?.status).toBe('cancelled');
  expect(await awaitedEntries(scene.u, Date.now())).toEqual([]);
});

it('forgetting takes the line out of here alone', async () => {
  const { id } = await ask();
  await forgetCheck(id);
  expect(await listLedger(scene.u)).toEqual([]);
  expect(await pullChecks(scene.u, account.id, Date.now())).toBe(1);
  expect((await listLedger(scene.u))[0]).toMatchObject({ origin: 'elsewhere', whom: '', link: null });
});
