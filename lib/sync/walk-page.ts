// One page of a reading: asked for, stored, and what it says of the next. What is deleted meanwhile moves what comes after it, so the
// reading steps back by as many; an empty page where more was spoken of is told as doubtful. Leans on pages-in.ts for what items mean,
// on progress.ts for the place; walk.ts decides how long.
import type { Progress, Walk } from '../forwarding.ts';
import type { AliasSlot } from '../providers/provider.ts';
import { getRecords } from '../vault/bulk.ts';
import { recordId } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Link } from './link.ts';
import { mergePage } from './pages-in.ts';
import { noteProgressIn } from './progress.ts';

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

export interface Reader {
  u: Unlocked;
  link: Link;
  list: NonNullable<AliasSlot['list']>;
  seen: Set<string>;
  whole: boolean;
  wish: Wish;
  before: Progress;
}

export interface PageRead {
  /** Ids here of what came new. */
  added: string[];
  changed: number;
  isLast: boolean;
  /** Whether it named anything that this reading had not. */
  isNews: boolean;
  /** Empty, though more was spoken of: to be asked for again. */
  isDoubtful: boolean;
  steppedBack: boolean;
  total: number | null;
  /** The place after it. */
  walk: Walk;
}

/** Call in the account’s turn. @param mayStep whether stepping back is still allowed */
export async function readPage(
  { u, link, list, seen, whole, wish, before }: Reader,
  walk: Walk,
  mayStep: boolean,
): Promise<PageRead> {
  const { items, next, total } = await list(walk.offset, wish.signal);
  const { id: accountId } = link.account;
  const spokenOf = total ?? (walk.offset === 0 ? before.total : null) ?? 0;
  const isDoubtful = items.length === 0 && spokenOf > walk.offset;
  const back = mayStep ? stepBack(walk, total ?? null) : null;
  const known = seen.size;
  let after = walk;
  const { added, changed, ids } = await mergePage(u, link, items, Date.now(), async (tx, all) => {
    after = {
      ...walk,
      offset: back ?? next ?? walk.offset,
      pages: walk.pages + 1,
      done: walk.done + all.filter((id) => !seen.has(id)).length,
      // Where it may not step back now, the next page sees how many there were before.
      ...(total == null || !mayStep ? {} : { total }),
      stopped: false,
    };
    // Asked for once more, in the same place.
    if (isDoubtful) after = walk;
    if (!whole || isDoubtful) return;
    const id = listedId(u, accountId, walk.pages);
    await tx.put('listed', { id, accountId, startedAt: walk.startedAt, ids: all });
    await noteProgressIn(u, tx, accountId, total == null ? { walk: after } : { walk: after, total });
  });
  for (const id of ids) seen.add(id);
  const isLast = back === null && (next === null || next <= walk.offset);
  const isNews = seen.size > known;
  return {
    added,
    changed,
    isLast,
    isNews,
    isDoubtful,
    steppedBack: back !== null,
    total: total ?? null,
    walk: after,
  };
}

/**
 * Fewer than at the page before: what was deleted meanwhile moved others into the part that was read already. The newest come first,
 * so none can have moved by more than that. @returns where to read on; null where nothing moved so
 */
function stepBack({ offset, total: before }: Walk, total: number | null): number | null {
  if (before === undefined || total === null || total >= before || offset === 0) return null;
  return Math.max(0, offset - (before - total));
}

function listedId(u: Unlocked, accountId: string, page: number): string {
  return recordId(u, 'listed', accountId, String(page));
}

/** What an interrupted reading has already named. */
export async function seenBefore(u: Unlocked, { account }: Link, walk: Walk): Promise<Set<string>> {
  const names = Array.from({ length: walk.pages }, (_, page) => listedId(u, account.id, page));
  const pages = await getRecords(u, 'listed', names);
  return new Set(pages.flatMap(({ startedAt, ids }) => (startedAt === walk.startedAt ? ids : [])));
}

export async function forgetListed(u: Unlocked, accountId: string, pages: number): Promise<void> {
  await transact(u, ['listed'], async (tx) => {
    for (let page = 0; page < pages; page += 1) await tx.remove('listed', listedId(u, accountId, page));
  });
}
