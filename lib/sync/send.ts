// Sends what waits for an account, an address after the other, the oldest edit first. Before a text is written, the service's
// own is read: another client's is shown beside ours, never overwritten unseen. Leans on send-one.ts for an address; here is
// what a failure means for the rest of the queue. No timer: whoever starts it (an edit, the network's return, an unlock) is the clock.
import { AppError } from '../error.ts';
import { inTurn } from '../providers/turns.ts';
import { requireUnlocked, type Unlocked } from '../vault/vault.ts';
import { meaningOf, putOff, retreat } from './failed-edits.ts';
import { type Link, turnOf } from './link.ts';
import { listQueued } from './outbox.ts';
import { patiently } from './patience.ts';
import { noteProgress, noteSuccess, readProgress, troubleFrom } from './progress.ts';
import { isOver, readQuota } from './quota.ts';
import { reopenTexts } from './reopen.ts';
import { type Outcome, sendAddress } from './send-one.ts';

export interface SendWish {
  /** Ids of addresses made a moment ago, whose texts nobody else can have written: those are not read first. */
  fresh?: ReadonlySet<string>;
  /** However much of the quota it takes, and though it was put off. */
  force?: boolean;
  /** Told after each address. */
  onSent?: () => void;
  signal?: AbortSignal | undefined;
}

/** Addresses whose sending failed in a row, each on its own: then it is the service. */
const MOST_FAILED = 3;
/** What may always be sent in one go, however little is left: an edit takes two requests. */
const ALWAYS = 10;

/**
 * @returns what stopped it, or the last refusal; null where nothing went wrong. Whatever is left waits for the next time.
 * @throws AppError of the vault; the signal's reason
 */
export async function sendQueued(u: Unlocked, link: Link, wish: SendWish = {}): Promise<AppError | null> {
  const { account } = link;
  await reopenTexts(u, link, Date.now());
  const queued = await listQueued(u, account.id);
  if (queued.length === 0) return null;
  const progress = await readProgress(u, account.id);
  const now = Date.now();
  if (!wish.force && !isOver(progress.notBefore, now)) return null;
  const due = queued.filter(({ notBefore }) => wish.force || isOver(notBefore, now));
  const addresses = [...new Set(due.map(({ addressId }) => addressId))];
  const quota = readQuota((await link.rate()) ?? progress.rate, now);
  const most = wish.force || quota?.remaining == null ? Infinity : Math.max(ALWAYS, quota.remaining / 10);

  let trouble: AppError | null = null;
  let [spent, failed] = [0, 0];
  for (const id of addresses) {
    wish.signal?.throwIfAborted();
    // A lock ends whatever works with plaintext; what is left waits.
    await requireUnlocked();
    if (spent >= most) {
      const cost = (addresses.length - addresses.indexOf(id)) * 2;
      trouble = new AppError('costly', {
        cost,
        ...(quota?.remaining == null ? {} : { remaining: quota.remaining }),
      });
      break;
    }
    const outcome = await sendOne(u, link, id, wish);
    spent += outcome.requests;
    wish.onSent?.();
    if (outcome.failure === null) {
      failed = 0;
      continue;
    }
    trouble = outcome.failure.error;
    const meaning = meaningOf(trouble);
    if (meaning === 'stop') break;
    if (meaning === 'refused') await retreat(u, outcome.failure, Date.now());
    else failed += 1;
    if (meaning === 'later') await putOff(u, outcome.failure, Date.now());
    if (failed >= MOST_FAILED) break;
  }
  await settle(u, link, trouble);
  return trouble;
}

/** In the account's turn; a short window of requests is waited for between two turns. */
async function sendOne(u: Unlocked, link: Link, id: string, wish: SendWish): Promise<Outcome> {
  let last: Outcome | null = null;
  try {
    return await patiently(
      async () => {
        const fresh = wish.fresh?.has(id) ?? false;
        last = await inTurn(turnOf(link.account), () =>
          sendAddress(u, link, id, { fresh, signal: wish.signal }),
        );
        if (last.failure !== null) throw last.failure.error;
        return last;
      },
      { awake: link.rate, signal: wish.signal },
    );
  } catch (error) {
    if (last === null || !(error instanceof AppError)) throw error;
    return last;
  }
}

async function settle(u: Unlocked, { account, rate }: Link, trouble: AppError | null): Promise<void> {
  const now = Date.now();
  if (trouble === null) return noteSuccess(u, account.id, { notBefore: 0, rate: await rate() });
  const waits = trouble.code === 'rate-limited' || trouble.code === 'budget';
  await noteProgress(u, account.id, {
    trouble: troubleFrom(trouble, now),
    notBefore: waits ? now + (trouble.detail.retryAfter ?? 0) : 0,
    rate: await rate(),
  });
}
