// The first reading of a hundred thousand aliases from anon.li in a real browser, as a person sees it: counts while it runs, cancelled
// once and gone on with, the worker killed once in the middle; then the list of all of them, opened, scrolled to its end and searched.
// Leans on the sandbox. Our own budget of sixty-six requests a minute would make it a quarter of an hour of waiting: it is lifted
// here, and the service's limit of a minute with it, so that what is timed is our work.
import type { Page } from 'playwright-core';
import { waitFor } from '../e2e/drivers/wait.ts';
import { WorkerLife } from '../e2e/drivers/worker.ts';
import { leaveRequests } from '../sandbox/anonli/rates.ts';
import { seedAliases, seededLabel } from '../sandbox/anonli/seed.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { connectAnonli } from '../tour/journey.ts';
import { type Figure, sampled, single } from './figure.ts';
import { paintRows } from './paint.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

const MANY = 100_000;
const TURNS = 5;
const MEGABYTE = 1_048_576;
/** The heap is collected before it is weighed, which takes its time: milliseconds between two looks. */
const HEAP_EVERY = 2000;
const LONGEST = 20 * 60_000;
/** Requests so plentiful that none has to wait. */
const PLENTY = 1_000_000;
const BUDGET = {
  ceiling: PLENTY,
  size: PLENTY,
  perMinute: PLENTY,
  credit: PLENTY * 60_000,
  at: 0,
  blockedUntil: 0,
  strikes: 0,
  refusedAt: 0,
  quota: null,
};

interface OwnPage {
  chrome: { storage: { session: { get(key: string): Promise<object>; set(items: object): Promise<void> } } };
}

interface State {
  accountId: string;
  running: { done: number; total: number | null } | null;
  unfinished: { done: number } | null;
  trouble: { code: string } | null;
}
interface Sync {
  accounts: State[];
}

function fill(sandbox: Sandbox): void {
  const { world } = sandbox;
  const [user] = world.state.anonli.users.values();
  if (!user) throw new Error('the sandbox has no anon.li account');
  seedAliases(world.state.anonli, user, {
    count: MANY,
    now: world.now(),
    offEvery: 7,
    noteEvery: 11,
    labels: true,
  });
  leaveRequests(world, user.id, user.tier, 20 * (MANY / 100));
}

/** The service answers in pages, as it really does. */
async function inPages({ json }: Sandbox): Promise<void> {
  const anonli = { envelope: 'meta', paging: true };
  const answer = await fetch(`${json.admin}/settings`, { method: 'PATCH', body: JSON.stringify({ anonli }) });
  if (!answer.ok) throw new Error(`settings: ${answer.status}`);
}

async function lifeOf({ browser }: Stage): Promise<WorkerLife> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Chromium gave no browser session');
  return new WorkerLife(browser.context, session, browser.origin);
}

/** Again and again: a worker that has just written what it knew of the budget would put it back. */
function liftLimits({ journey, sandbox }: Stage, accountId: string): () => void {
  const timer = setInterval(() => {
    sandbox.world.bursts.clear();
    void journey.options
      .evaluate(
        async ({ key, budget }) => {
          const { session } = (globalThis as unknown as OwnPage).chrome.storage;
          const now = (await session.get(key)) as Record<string, { ceiling: number } | undefined>;
          if (now[key]?.ceiling !== budget.ceiling) await session.set({ [key]: budget });
        },
        { key: `budget:${accountId}`, budget: { ...BUDGET, at: Date.now() } },
      )
      .catch(() => undefined);
  }, 250);
  return () => clearInterval(timer);
}

/** Waits while it runs. @returns what the worker held at the most, in bytes */
async function watch({ ask }: Stage, life: WorkerLife, until: (state: State) => boolean): Promise<number> {
  let most = 0;
  let looked = 0;
  const look = async (): Promise<State | null> => {
    const [state] = (await ask<Sync>('sync.state', {})).accounts;
    if (!state) throw new Error('no account');
    if (performance.now() - looked > HEAP_EVERY) {
      most = Math.max(most, await life.heap());
      looked = performance.now();
    }
    return state.trouble || until(state) ? state : null;
  };
  const { trouble } = await waitFor(look, 'the reading', LONGEST);
  if (trouble) throw new Error(`the reading stopped: ${trouble.code}`);
  return most;
}

const done = ({ running, unfinished }: State): number => running?.done ?? unfinished?.done ?? 0;

async function readThrice(stage: Stage, life: WorkerLife, setting: Setting, popup: Page) {
  const { browser, ask } = stage;
  const began = performance.now();
  const heaps = [await watch(stage, life, (state) => done(state) >= MANY / 4)];
  setting.tell(`in the popup: ${await popup.locator('.sync').innerText()}`);
  await popup.locator('.sync').getByRole('button', { name: 'Cancel' }).click();
  await popup.locator('.sync').getByRole('button', { name: 'Go on' }).waitFor();
  const stopped = await popup.locator('.sync').innerText();
  setting.tell(`cancelled: ${stopped}`);
  await popup.locator('.sync').getByRole('button', { name: 'Go on' }).click();
  heaps.push(await watch(stage, life, (state) => state.running !== null && done(state) >= MANY / 2));
  setting.tell('the worker is killed at half of it');
  await browser.killWorker();
  await ask('vault.status', {});
  heaps.push(await watch(stage, life, (state) => state.running === null && state.unfinished === null));
  return { took: performance.now() - began, heap: Math.max(...heaps) };
}

/** What the list is like with all of them. */
async function look(popup: Page): Promise<{ rows: number; search: number }> {
  await popup.getByText(/^100,?000 addresses$/).waitFor();
  const list = popup.locator('.virtual');
  await list.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await popup.locator(`.virtual-row[aria-posinset="${MANY}"]:not([aria-busy="true"])`).waitFor();
  const rows = await popup.locator('.virtual-row').count();
  const wanted = seededLabel(MANY - 13);
  const began = performance.now();
  await popup.getByRole('searchbox').fill(wanted);
  await popup.locator('.virtual-row', { hasText: wanted }).first().waitFor();
  return { rows, search: performance.now() - began };
}

export async function measureFirstSync(setting: Setting): Promise<Figure[]> {
  const connect: Parameters<typeof onStage>[2] = async (journey, sandbox) => {
    await inPages(sandbox);
    fill(sandbox);
    setting.tell(`${MANY} aliases wait at the service`);
    await connectAnonli(journey);
  };
  return onStage(
    setting,
    async (stage) => {
      const { ask, browser } = stage;
      const [account] = (await ask<Sync>('sync.state', {})).accounts;
      const stop = liftLimits(stage, account?.accountId ?? '');
      try {
        const popup = await browser.openPopupPage();
        await popup.getByRole('tab', { name: 'Addresses' }).click();
        const life = await lifeOf(stage);
        const { took, heap } = await readThrice(stage, life, setting, popup);
        const { rows, search } = await look(popup);
        await popup.close();
        const open = (asleep: boolean) => paintRows(stage, 'addresses', '.email', asleep);
        const warm: number[] = [];
        const cold: number[] = [];
        for (let turn = 0; turn < TURNS; turn += 1) {
          warm.push(await open(false));
          cold.push(await open(true));
        }
        return [
          single('first-sync-100k', took / 1000, 's', null),
          single('first-sync-page', took / (MANY / 100), 'ms', null),
          single('first-sync-heap', heap / MEGABYTE, 'MB', 150),
          single('first-sync-heap-after', (await life.heap()) / MEGABYTE, 'MB', null),
          single('rows-drawn-100k', rows, 'rows', 60),
          single('search-felt-100k', search, 'ms', null),
          sampled('popup-rows-warm-100k', warm, 'ms', null),
          sampled('popup-rows-cold-100k', cold, 'ms', 1500),
        ];
      } finally {
        stop();
      }
    },
    connect,
  );
}
