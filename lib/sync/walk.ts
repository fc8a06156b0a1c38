// Reads a service's list of addresses page by page into the vault: each page is stored before the next is asked for, so that
// ten thousand cost no more memory than a hundred, and whoever is killed goes on where it stopped. Leans on pages-in.ts for
// a page, on progress.ts for the place. Spends no more than a tenth of the requests left, unless told to.
import { AppError } from '../error.ts';
import type { Progress, Walk } from '../forwarding.ts';
import type { AliasSlot } from '../providers/provider.ts';
import { inTurn } from '../providers/turns.ts';
import { getRecords } from '../vault/bulk.ts';
import { recordId } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import { requireUnlocked, type Unlocked } from '../vault/vault.ts';
import { costOf } from './due.ts';
import { type Link, turnOf } from './link.ts';
import { settleMissing } from './missing.ts';
import { mergePage } from './pages-in.ts';
import { patiently } from './patience.ts';
import { noteProgress, noteProgressIn, noteSuccess, readProgress } from './progress.ts';
import type { PullCount } from './pull.ts';
import { isCostly, readQuota } from './quota.ts';

export interface Wish {
  /** Every page, and what became of the missing; else the newest, until one brings nothing unknown. */
  whole: boolean;
  /** However much of the quota it takes. */
  force: boolean;
  /** Told what came new with a page, before the next is asked for. */
  onAdded?: ((ids: readonly string[]) => Promise<void>) | undefined;
  /** Told after each page. */
  onPage?: (count: { done: number; total: number | null }) => void;
  signal?: AbortSignal | undefined;
}

/** A place in a list that is older than this says nothing any more. */
const FRESH = 24 * 60 * 60_000;
/** A list that never ends is a broken server, not a large account. */
const MOST_PAGES = 20_000;
/** Pages in a row that may bring nothing new where the service says that there is more. */
const MOST_STALE = 3;
/** Missing addresses asked about after a whole reading. */
const MOST_ASKED = 20;

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

interface Reader {
  u: Unlocked;
  link: Link;
  list: NonNullable<AliasSlot['list']>;
  seen: Set<string>;
  whole: boolean;
  wish: Wish;
  before: Progress;
}

async function readAll(reader: Reader, from: Walk): Promise<PullCount> {
  const { u, link, whole, wish, seen, before } = reader;
  const { signal } = wish;
  const sum: PullCount = { added: 0, changed: 0, removed: 0 };
  let total = before.total;
  let walk = from;
  let stale = 0;
  for (let read = 0; ; read += 1) {
    if (read > MOST_PAGES) throw new AppError('malformed', { field: '$.has_more' });
    await ask(reader, walk, read, whole ? costOf({ ...before, walk, total }) : 1);
    const at = walk;
    const page = await patiently(() => inTurn(turnOf(link.account), () => readPage(reader, at)), {
      awake: link.rate,
      signal,
    });
    sum.added += page.added.length;
    if (page.added.length > 0) await wish.onAdded?.(page.added);
    sum.changed += page.changed;
    total = page.total ?? total;
    walk = page.walk;
    wish.onPage?.({ done: walk.done, total });
    // Things made meanwhile push known ones onto the next page; a server that ignores the offset repeats itself for ever.
    stale = page.isNews ? 0 : stale + 1;
    if (page.isLast || (stale > 0 && (stale > MOST_STALE || seen.size >= (page.total ?? 0)))) break;
    if (!whole && page.added.length === 0) return finish(reader, sum, { lookedAt: Date.now(), total });
  }
  sum.removed = await settleMissing(u, link, seen, walk.startedAt, MOST_ASKED, signal);
  const { startedAt: wholeAt, pages } = walk;
  const done = { lookedAt: Date.now(), wholeAt, total: seen.size, pages, walk: null };
  await forgetListed(u, link.account.id, pages);
  return finish(reader, sum, done);
}

async function finish<T>({ u, link }: Reader, result: T, change: Partial<Progress>): Promise<T> {
  await noteSuccess(u, link.account.id, { ...change, rate: await link.rate() });
  return result;
}

async function readPage({ u, link, list, seen, whole, wish }: Reader, walk: Walk) {
  const { items, next, total } = await list(walk.offset, wish.signal);
  const { id: accountId } = link.account;
  const known = seen.size;
  let after = walk;
  const { added, changed, ids } = await mergePage(u, link, items, Date.now(), async (tx, all) => {
    after = {
      ...walk,
      offset: next ?? walk.offset,
      pages: walk.pages + 1,
      done: walk.done + all.length,
      stopped: false,
    };
    if (!whole) return;
    const id = listedId(u, accountId, walk.pages);
    await tx.put('listed', { id, accountId, startedAt: walk.startedAt, ids: all });
    await noteProgressIn(u, tx, accountId, total == null ? { walk: after } : { walk: after, total });
  });
  for (const id of ids) seen.add(id);
  const isLast = next === null || next <= walk.offset;
  return { added, changed, isLast, isNews: seen.size > known, total: total ?? null, walk: after };
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

function listedId(u: Unlocked, accountId: string, page: number): string {
  return recordId(u, 'listed', accountId, String(page));
}

/** What an interrupted reading has already named. */
async function seenBefore(u: Unlocked, { account }: Link, walk: Walk): Promise<Set<string>> {
  const names = Array.from({ length: walk.pages }, (_, page) => listedId(u, account.id, page));
  const pages = await getRecords(u, 'listed', names);
  return new Set(pages.flatMap(({ startedAt, ids }) => (startedAt === walk.startedAt ? ids : [])));
}

async function forgetListed(u: Unlocked, accountId: string, pages: number): Promise<void> {
  await transact(u, ['listed'], async (tx) => {
    for (let page = 0; page < pages; page += 1) await tx.remove('listed', listedId(u, accountId, page));
  });
}
