// What happens to a check at the same time, or at a bad time: two windows, a list read while one is being made, a look that was overtaken,
// a full disk, a clock an hour off, a browser that sends a request twice. Against the real sandbox.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { askCheck, cancelCheck } from '../../../lib/actions/checks/ask-check.ts';
import { noteTwins, settleTwin } from '../../../lib/actions/checks/check-twins.ts';
import { listLedger } from '../../../lib/actions/checks/ledger.ts';
import { awaitedEntries, noteCheck, refreshCheck } from '../../../lib/actions/checks/look.ts';
import { adoptCheck, findLost } from '../../../lib/actions/checks/lost-check.ts';
import { pullChecks } from '../../../lib/actions/checks/pull.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { NewCheck } from '../../../lib/ledger.ts';
import type { AccountView } from '../../../lib/model.ts';
import { getRecord, putRecord } from '../../../lib/vault/records.ts';
import { failure } from '../providers/errors.ts';
import { kayleOf } from '../sandbox/kayle-scene.ts';
import { type Scene, setScene } from './scene.ts';

const HOUR = 3_600_000;

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

const CLAIMS = [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }];
const wish = (over: Partial<NewCheck> = {}): NewCheck => ({
  accountId: account.id,
  whom: 'Robin',
  site: null,
  claims: CLAIMS,
  redirectUrl: '',
  endpointIds: [],
  ...over,
});
const ask = (over: Partial<NewCheck> = {}) => askCheck(scene.u, wish(over), Date.now);
const ledger = () => listLedger(scene.u);
const sessions = () => [...scene.sandbox.world.state.kayle.sessions.values()];
const posts = () =>
  scene.sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/sessions'));
type Act = Parameters<Scene['sandbox']['world']['faults']['add']>[0]['act'];
const fault = (method: string, path: string, act: Act, after = false) =>
  scene.sandbox.world.faults.add({ method, path, times: 1, after, act });

/** Milliseconds that an answer is held back: time for what happens meanwhile, on a busy machine too. */
const LATE = 1000;

describe('while one is being made', () => {
  it('pressed in two windows, or again in a popup that was closed meanwhile, it is one check', async () => {
    const [first, second] = await Promise.all([ask(), ask(), ask({ whom: 'Kim' })]);
    expect(second).toEqual(first);
    expect(posts()).toHaveLength(2);
    expect(await ledger()).toHaveLength(2);
  });

  it('a list that is read meanwhile leaves no second line for it, and its link stays', async () => {
    fault('POST', '*/sessions', { kind: 'latency', ms: LATE }, true);
    const asking = ask();
    await expect.poll(() => sessions().length).toBe(1);
    expect(await pullChecks(scene.u, account.id, Date.now())).toBe(1);
    const made = await asking;
    expect(made.link).not.toBeNull();
    expect(await ledger()).toEqual([made]);
  });

  it('said to be this one before its answer came, it still gets its link', async () => {
    fault('POST', '*/sessions', { kind: 'latency', ms: LATE }, true);
    const asking = ask();
    await expect.poll(() => sessions().length).toBe(1);
    const [line] = await ledger();
    const [found] = await findLost(scene.u, line?.id ?? '');
    await adoptCheck(scene.u, line?.id ?? '', found?.remoteId ?? '', Date.now());
    const made = await asking;
    expect(await ledger()).toEqual([made]);
    expect(made.link).not.toBeNull();
    // Said once more by a window that still shows the question.
    expect(await adoptCheck(scene.u, made.id, found?.remoteId ?? '', Date.now())).toEqual(made);
  });

  it('given up on after it was said to be this one, it stays that one', async () => {
    fault('POST', '*/sessions', { kind: 'hang' }, true);
    const ending = new AbortController();
    const asking = failure(askCheck(scene.u, wish(), Date.now, ending.signal));
    await expect.poll(() => sessions().length).toBe(1);
    const [line] = await ledger();
    const [found] = await findLost(scene.u, line?.id ?? '');
    await adoptCheck(scene.u, line?.id ?? '', found?.remoteId ?? '', Date.now());
    ending.abort();
    expect((await asking).code).toBe('doubtful');
    expect(await ledger()).toMatchObject([{ origin: 'adopted', check: { remoteId: found?.remoteId } }]);
  });
});

it('one check is the answer to one lost wish only', async () => {
  fault('POST', '*/sessions', { kind: 'drop' }, true);
  await failure(ask());
  fault('POST', '*/sessions', { kind: 'drop' });
  await failure(ask({ whom: 'Kim' }));
  const [kim, robin] = await ledger();
  const remoteId = sessions()[0]?.id ?? '';
  await adoptCheck(scene.u, robin?.id ?? '', remoteId, Date.now());
  expect((await failure(adoptCheck(scene.u, kim?.id ?? '', remoteId, Date.now()))).code).toBe('conflict');
  expect((await ledger()).map(({ whom }) => whom).sort()).toEqual(['Kim', 'Robin']);
});

it('what was read before the end does not open a check again', async () => {
  const { id, check } = await ask();
  if (check === null) throw new Error('not made');
  await cancelCheck(scene.u, id, Date.now());
  const { entry, ended } = await noteCheck(scene.u, id, check, Date.now());
  expect(entry.check?.status).toBe('cancelled');
  expect(ended).toBe(false);
});

it('completed while nobody could look, it reads as completed after its hour and not as expired', async () => {
  const { id, check } = await ask();
  const kayle = kayleOf(scene.sandbox);
  await kayle.phone(check?.remoteId ?? '', { act: 'succeed' });
  const later = Date.now() + 3 * HOUR;
  expect((await awaitedEntries(scene.u, later)).map((entry) => entry.id)).toEqual([id]);
  expect((await refreshCheck(scene.u, id, later)).check?.status).toBe('succeeded');
  expect(await awaitedEntries(scene.u, later)).toEqual([]);
});

it('deleted by the service since, it keeps its last state and is not asked about for ever', async () => {
  const { id } = await ask();
  scene.sandbox.world.state.kayle.sessions.clear();
  const later = Date.now() + 31 * 24 * HOUR;
  expect((await refreshCheck(scene.u, id, later)).check?.status).toBe('created');
  expect(await awaitedEntries(scene.u, later)).toEqual([]);
});

describe('a service whose clock is an hour behind', () => {
  beforeEach(() => {
    scene.sandbox.world.state.clockOffset -= HOUR;
  });

  it('a check whose answer was lost is open for its hour once it was found', async () => {
    fault('POST', '*/sessions', { kind: 'drop' }, true);
    await failure(ask());
    const [line] = await ledger();
    const [found] = await findLost(scene.u, line?.id ?? '');
    const { clockOffset } = await adoptCheck(scene.u, line?.id ?? '', found?.remoteId ?? '', Date.now());
    expect(Math.abs(clockOffset + HOUR)).toBeLessThan(60_000);
    expect(await awaitedEntries(scene.u, Date.now())).toHaveLength(1);
  });

  it('so is one that was made elsewhere, and the ledger is in the order of our clock', async () => {
    await ask();
    await kayleOf(scene.sandbox).ask({ age_over_40: { required: true, reason: 'For a club of the old.' } });
    await pullChecks(scene.u, account.id, Date.now());
    expect(await awaitedEntries(scene.u, Date.now())).toHaveLength(2);
    fault('POST', '*/sessions', { kind: 'drop' });
    await failure(ask({ whom: 'Last' }));
    expect((await ledger())[0]?.whom).toBe('Last');
  });
});

it('a worker that died while it waited: the nearest to that moment comes first, however late one looks', async () => {
  fault('POST', '*/sessions', { kind: 'drop' }, true);
  await failure(ask());
  const [line] = await ledger();
  // As a worker leaves it that is ended between request and answer.
  const kept = await getRecord(scene.u, 'check', line?.id ?? '');
  if (kept === null) throw new Error('no line');
  await putRecord(scene.u, 'check', { ...kept, lostAt: null });
  scene.sandbox.world.state.clockOffset += HOUR;
  await kayleOf(scene.sandbox).ask({ age_over_18: CLAIMS[0] });
  const found = await findLost(scene.u, line?.id ?? '');
  expect(found[0]?.remoteId).toBe(sessions()[0]?.id);
});

describe('a request that the browser sent twice', () => {
  const twice = async () => {
    fault('POST', '*/sessions', { kind: 'twice' });
    const made = await ask();
    const [second] = sessions().filter(({ id }) => id !== made.check?.remoteId);
    return { made, second: second?.id ?? '', span: Math.max(50, made.updatedAt - made.sentAt) };
  };
  const line = async (id: string) => (await ledger()).find((entry) => entry.id === id);

  it('the second check is told, and ended by a person’s word alone', async () => {
    const { made, second, span } = await twice();
    expect(await noteTwins(scene.u, made.id, span)).toBe(1);
    expect((await line(made.id))?.twins).toMatchObject([{ remoteId: second }]);
    expect(sessions().map(({ status }) => status)).toEqual(['created', 'created']);
    expect(await settleTwin(scene.u, made.id, second, 'end', Date.now())).toBe('ended');
    expect(scene.sandbox.world.state.kayle.sessions.get(second)?.status).toBe('cancelled');
    expect(await line(made.id)).not.toHaveProperty('twins');
    expect((await line(made.id))?.check?.status).toBe('created');
  });

  it('one that came in as made elsewhere meanwhile says so on its own line', async () => {
    const { made, second, span } = await twice();
    await pullChecks(scene.u, account.id, Date.now());
    expect(await noteTwins(scene.u, made.id, span)).toBe(1);
    await settleTwin(scene.u, made.id, second, 'end', Date.now());
    const other = (await ledger()).find(({ check }) => check?.remoteId === second);
    expect(other?.check?.status).toBe('cancelled');
  });

  it('one that somebody has opened is in use, and is left alone whatever was said', async () => {
    const { made, second, span } = await twice();
    await noteTwins(scene.u, made.id, span);
    await kayleOf(scene.sandbox).phone(second, { act: 'connect' });
    expect(await settleTwin(scene.u, made.id, second, 'end', Date.now())).toBe('in-use');
    expect(scene.sandbox.world.state.kayle.sessions.get(second)?.status).toBe('in_progress');
    expect(await line(made.id)).not.toHaveProperty('twins');
  });

  it('left alone, it is not told again', async () => {
    const { made, second, span } = await twice();
    await noteTwins(scene.u, made.id, span);
    expect(await settleTwin(scene.u, made.id, second, 'leave', Date.now())).toBe('left');
    expect(scene.sandbox.world.state.kayle.sessions.get(second)?.status).toBe('created');
    expect(await line(made.id)).not.toHaveProperty('twins');
  });

  it('a colleague’s of another moment, or with another question, is none; nor is what a lost wish of ours waits for', async () => {
    const kayle = kayleOf(scene.sandbox);
    await kayle.ask({ age_over_18: CLAIMS[0] });
    scene.sandbox.world.state.clockOffset += 60_000;
    const made = await ask();
    await kayle.ask({ age_over_21: CLAIMS[0] });
    await kayle.ask({ age_over_18: { required: true, reason: 'For the tobacco.' } });
    expect(await noteTwins(scene.u, made.id, 5_000)).toBe(0);
    fault('POST', '*/sessions', { kind: 'drop' }, true);
    await failure(ask());
    expect(await noteTwins(scene.u, made.id, 5_000)).toBe(0);
  });
});
