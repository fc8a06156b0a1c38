// Reads a service's list of addresses page by page into the vault: each page is stored before the next is asked for, so that
// ten thousand cost no more memory than a hundred, and whoever is killed goes on where it stopped. Leans on walk-page.ts for
// a page. Spends no more than a tenth of the requests left, unless told to.
import { AppError } from '../error.ts';
import type { Progress, Walk } from '../forwarding.ts';
import { inTurn } from '../providers/turns.ts';
import { requireUnlocked, type Unlocked } from '../vault/vault.ts';
import { costOf } from './due.ts';
import { type Link, turnOf } from './link.ts';
import { settleMissing } from './missing.ts';
import { patiently } from './patience.ts';
import { noteProgress, noteSuccess, readProgress } from './progress.ts';
import type { PullCount } from './pull.ts';
import { freeShare, isCostly, readQuota } from './quota.ts';
import { forgetListed, type PageRead, type Reader, readPage, seenBefore, type Wish } from './walk-page.ts';

/** A place in a list that is older than this says nothing any more. */
const FRESH = 24 * 60 * 60_000;
/** A list that never ends is a broken server, not a large account. */
const MOST_PAGES = 20_000;
/** Pages in a row that may bring nothing new where the service says that there is more. */
const MOST_STALE = 3;
/** Missing addresses asked about after a whole reading, where nobody says what is left of the month; and at most. */
const ASKED = 20;
const MOST_ASKED = 200;
/** A page that is empty though more was spoken of is asked for so many times more before it is believed. */
const MOST_EMPTY = 2;
/** Steps back in one reading: somebody who deletes all the time does not keep it from ending. */
const MOST_STEPS = 10;

/**
 * @returns how many addresses were new, changed, or gone
 * @throws AppError of the provider (the pages before it are stored), `costly` with `cost` and `remaining`, `no-account`, those
 * of the vault; the signal's reason
 */
export async function walkAliases(u: Unlocked, link: Link, wish: Wish): Promise<PullCount> {
  const { aliases } = link.provider;
  if (aliases?.list === undefined) return { added: 0, changed: 0, removed: 0 };
  const before = await readProgress(u, link.account.id);
  const whole = wish.whole || before.wholeAt === null;
  const start = Date.now();
  const walk = (whole && resumable(before.walk, start)) || freshWalk(start);
  const seen = await seenBefore(u, link, walk);
  return readAll({ u, link, list: aliases.list, seen, whole, wish, before }, walk);
}

/** A reading that was ended by hand does not go on by itself. */
export async function stopWalk(u: Unlocked, accountId: string): Promise<void> {
  const { walk } = await readProgress(u, accountId);
  if (walk !== null) await noteProgress(u, accountId, { walk: { ...walk, stopped: true } });
}

async function readAll(reader: Reader, from: Walk): Promise<PullCount> {
  const { u, link, whole, wish, seen, before } = reader;
  const { signal } = wish;
  const sum: PullCount = { added: 0, changed: 0, removed: 0 };
  let total = before.total;
  let walk = from;
  let [stale, empty, steps] = [0, 0, 0];
  let stepped = false;
  for (let read = 0; ; read += 1) {
    if (read > MOST_PAGES) throw new AppError('malformed', { field: '$.has_more' });
    await ask(reader, walk, read, whole ? costOf({ ...before, walk, total }) : 1);
    const at = walk;
    const mayStep: boolean = steps < MOST_STEPS && !stepped;
    const page: PageRead = await patiently(
      () => inTurn(turnOf(link.account), () => readPage(reader, at, mayStep)),
      {
        awake: link.rate,
        signal,
      },
    );
    if (page.isDoubtful && ++empty <= MOST_EMPTY) continue;
    stepped = page.steppedBack;
    if (stepped) steps += 1;
    sum.added += page.added.length;
    if (page.added.length > 0) await wish.onAdded?.(page.added);
    sum.changed += page.changed;
    total = page.total ?? total;
    walk = page.walk;
    wish.onPage?.({ done: walk.done, total });
    // Things made meanwhile push known ones onto the next page; a server that ignores the offset repeats itself for ever.
    stale = page.isNews ? 0 : stale + 1;
    const isAll = steps === 0 && seen.size >= (page.total ?? 0);
    if (page.isLast || (stale > 0 && (stale > MOST_STALE || isAll))) break;
    if (!whole && page.added.length === 0) return finish(reader, sum, { lookedAt: Date.now(), total });
  }
  sum.removed = await settleMissing(u, link, seen, walk.startedAt, await mostAsked(reader, walk), signal);
  const { startedAt: wholeAt, pages } = walk;
  const done = { lookedAt: Date.now(), wholeAt, total: seen.size, pages, walk: null };
  await forgetListed(u, link.account.id, pages);
  return finish(reader, sum, done);
}

async function finish<T>({ u, link }: Reader, result: T, change: Partial<Progress>): Promise<T> {
  await noteSuccess(u, link.account.id, { ...change, rate: await link.rate() });
  return result;
}

/** What is left of the tenth that a reading may take unasked. */
async function mostAsked({ link, wish, before }: Reader, { pages }: Walk): Promise<number> {
  const quota = readQuota((await link.rate()) ?? before.rate, Date.now());
  if (quota === null || quota.remaining === null) return ASKED;
  return wish.force ? MOST_ASKED : Math.max(0, Math.min(MOST_ASKED, freeShare(quota.remaining) - pages));
}

/** Before each page: what was read in this go and what is still to come, against what was left when it began. */
async function ask(reader: Reader, walk: Walk, read: number, more: number): Promise<void> {
  const { u, link, wish, before } = reader;
  wish.signal?.throwIfAborted();
  // A lock ends whatever works with plaintext; the next unlock goes on.
  await requireUnlocked();
  const quota = readQuota((await link.rate()) ?? before.rate, Date.now());
  if (wish.force || quota === null || quota.remaining === null) return;
  const cost = read + more;
  if (!isCostly(cost, { ...quota, remaining: quota.remaining + read })) return;
  if (walk.pages > 0) await noteProgress(u, link.account.id, { walk: { ...walk, stopped: true } });
  const { remaining, resetAt } = quota;
  throw new AppError('costly', {
    cost,
    remaining,
    ...(resetAt === null ? {} : { retryAt: resetAt }),
  });
}

const freshWalk = (startedAt: number): Walk => ({ startedAt, offset: 0, pages: 0, done: 0, stopped: false });

const resumable = (walk: Walk | null, now: number): Walk | null =>
  walk !== null && now - walk.startedAt < FRESH ? walk : null;
