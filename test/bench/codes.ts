// From a mail accepted by SMTP to its code in our menu, and what a minute of waiting costs in requests: over the live line, and by
// asking. Mails leave at random moments of the first minute of a wait; several waits run at once in tabs of their own, each with
// its own key, address and site, so that no budget is shared. Leans on the sandbox for keys and mail, on the product for all else.
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { waitFor } from '../e2e/drivers/wait.ts';
import { createPost } from '../sandbox/post/send.ts';
import { type Figure, sampled } from './figure.ts';
import { onStage, type Setting, type Stage } from './stage.ts';
import { serveWaitingPages, type WaitingPages } from './waiting-pages.ts';

const ROUNDS = 4;
const AT_ONCE = 13;
/** The minute in which most mails come. */
const MINUTE = 60_000;
const SEED = 20_261_122;

/** @returns numbers from 0 to 1, the same for the same seed (Lehmer, modulus 2³¹ − 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

interface Waiter {
  email: string;
  url: string;
  /** Its identity at the service, by which its requests are told from others'. */
  identityId: string;
}

/** A key, an account and an address of its own for the n-th site. */
async function prepare({ sandbox, ask }: Stage, pages: WaitingPages, n: number): Promise<Waiter> {
  // The budget of a real key is what the paces are made for.
  const response = await fetch(`${sandbox.json.admin}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: `bench-${n}`, rate_limit: 60 }),
  });
  const { key } = v.parse(v.object({ key: v.string() }), await response.json());
  const draft = {
    kind: 'aliaskit',
    name: `Bench ${n}`,
    baseUrl: sandbox.json.api,
    apiKey: key,
    cardKey: null,
  };
  const { account } = await ask<{ account: { id: string } }>('accounts.connect', draft);
  const { address } = await ask<{ address: { email: string } }>('addresses.create', {
    accountId: account.id,
    site: pages.site(n),
  });
  const row = [...sandbox.world.state.identities.values()].find(({ email }) => email === address.email);
  if (row === undefined) throw new Error(`no identity ${address.email}`);
  return { email: address.email, url: pages.url(n), identityId: row.id };
}

interface Outcome {
  /** Milliseconds from the server's acceptance to the code in the menu. */
  took: number;
  /** Requests in the first minute of the wait, up to the code. */
  requests: number;
}

/**
 * One wait, from the focus on.
 * @param delay milliseconds after the focus at which the mail leaves
 */
async function waitOnce(
  { sandbox, browser }: Stage,
  page: Page,
  { email, url, identityId }: Waiter,
  delay: number,
  code: string,
): Promise<Outcome> {
  await page.goto(url);
  const begun = Date.now();
  await page.locator('#code').click();
  const frame = await browser.menuFrame(page);
  await frame.getByRole('menu').waitFor();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, delay - (Date.now() - begun))));
  const post = createPost(sandbox.json.smtp);
  try {
    await post.send({
      from: `Shop <no-reply@${new URL(url).hostname}>`,
      to: email,
      subject: 'Confirm your e-mail address',
      text: `Your verification code is ${code}. It is good for ten minutes.`,
    });
  } finally {
    post.close();
  }
  const accepted = performance.now();
  const shown = `${code.slice(0, 3)}\\s*${code.slice(3)}`;
  const row = frame.getByRole('menuitem').filter({ hasText: new RegExp(shown) });
  await waitFor(() => row.first().isVisible(), `the code sent after ${Math.round(delay)} ms`, 30_000);
  const took = performance.now() - accepted;
  const theirs = sandbox.world.journal
    .list()
    .filter(({ path, query }) => path.startsWith('/api/') && `${path}${query}`.includes(identityId))
    .filter(({ at }) => at >= begun && at - begun <= MINUTE);
  await page.goto('about:blank');
  return { took, requests: theirs.length };
}

async function measure(
  setting: Setting,
  live: boolean,
  name: string,
  goals: { median: number; requests: number },
): Promise<Figure[]> {
  const pages = await serveWaitingPages();
  try {
    return await onStage(setting, async (stage) => {
      stage.sandbox.world.state.settings.aliaskit.realtime_url = live;
      const random = seeded(SEED);
      const waiters: Waiter[] = [];
      const tabs: Page[] = [];
      for (let n = 0; n < AT_ONCE; n += 1) {
        waiters.push(await prepare(stage, pages, n));
        tabs.push(await stage.browser.context.newPage());
      }
      const outcomes: Outcome[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        setting.tell(`waits ${round * AT_ONCE + 1} to ${(round + 1) * AT_ONCE} of ${ROUNDS * AT_ONCE}`);
        const waits = waiters.map((waiter, n) => {
          const page = tabs[n];
          if (!page) throw new Error('a wait without a tab');
          const code = String(100_000 + Math.floor(random() * 900_000));
          // The first of each round waits the whole minute: what that costs is a figure of its own.
          return waitOnce(stage, page, waiter, n === 0 ? MINUTE : random() * MINUTE, code);
        });
        outcomes.push(...(await Promise.all(waits)));
      }
      const took = outcomes.map((outcome) => outcome.took);
      const spent = outcomes.map(({ requests }) => requests);
      return [
        sampled(name, took, 'ms', goals.median),
        sampled(`${name}-p95`, took, 'ms', null, 0.95),
        sampled(`${name}-requests`, spent, '', goals.requests, 1),
      ];
    });
  } finally {
    await pages.close();
  }
}

/** Over the live line. */
export const measureLiveCodes = (setting: Setting): Promise<Figure[]> =>
  measure(setting, true, 'code-live', { median: 1000, requests: 4 });

/** By asking by turns, where the service names no line. */
export const measurePolledCodes = (setting: Setting): Promise<Figure[]> =>
  measure(setting, false, 'code-polled', { median: 3000, requests: 20 });
