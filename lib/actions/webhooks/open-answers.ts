// Opening sealed answers that somebody pasted, dropped or fetched, and noting them in the ledger. Leans on the keys of the vault and
// lib/providers/kayle/answer.ts. Each text is tried with one endpoint's keys and proven by that endpoint's secrets alone; what does
// not prove who sent it is shown, and noted nowhere.
import { findSealedAnswers, MOST_CHARACTERS } from '../../checks/pasted.ts';
import type { LedgerEntry } from '../../ledger.ts';
import { openWithOneOf } from '../../providers/kayle/answer.ts';
import { checkReceiverUrl, readReceiver } from '../../providers/kayle/receiver.ts';
import { ageOf } from '../../providers/kayle/signature.ts';
import type { AnswerKeys, OpenedAnswer, SealedAnswer, SignatureVerdict } from '../../sealed-answer.ts';
import type { Unlocked } from '../../vault/vault.ts';
import type { AnswerView } from '../../webhook-view.ts';
import { viewOf } from '../checks/ledger.ts';
import { allEndpointKeys } from './endpoint-keys.ts';
import { entryOfAnswer, keepAnswer } from './keep-answer.ts';

/**
 * Opens every sealed answer in a text, in the order they stand; a text without any is one that stays closed.
 * @param signature what was given as `X-Kayle-Signature` beside the text; counts where the text holds one answer and no signature
 */
export async function openAnswers(
  u: Unlocked,
  text: string,
  signature: string | null,
  clock: () => number,
): Promise<AnswerView[]> {
  const found = findSealedAnswers(text);
  const [only, ...others] = found;
  const sealed: SealedAnswer[] =
    only !== undefined && others.length === 0 ? [{ ...only, signature: only.signature ?? signature }] : found;
  if (sealed.length === 0) {
    const why = text.length > MOST_CHARACTERS ? 'too-large' : 'malformed';
    return [unkept({ kind: 'closed', why, signature: { kind: 'unchecked' } })];
  }
  const sets = (await allEndpointKeys(u)).map(({ accountId, keys, secrets }) => ({
    accountId,
    privateKeys: keys,
    secrets,
  }));
  const views: AnswerView[] = [];
  // One after the other: two answers of the same check would overtake each other in the ledger.
  for (const one of sealed) views.push(await openOne(u, one, sets, clock()));
  return views;
}

/**
 * Reads the user's own receiver once, and opens what it gave.
 * Errors: those of `checkReceiverUrl` and `readReceiver`.
 */
export async function fetchAnswers(
  u: Unlocked,
  url: string,
  clock: () => number,
  signal?: AbortSignal,
): Promise<AnswerView[]> {
  const text = await readReceiver(checkReceiverUrl(url), signal);
  // A receiver that has got nothing yet is no trouble.
  return findSealedAnswers(text).length === 0 ? [] : openAnswers(u, text, null, clock);
}

async function openOne(
  u: Unlocked,
  sealed: SealedAnswer,
  sets: readonly (AnswerKeys & { accountId: string })[],
  now: number,
): Promise<AnswerView> {
  const { opened, by } = await openWithOneOf(sealed, sets, now);
  if (opened.kind === 'closed' || by === null) return unkept(opened);
  const entry = await entryOfAnswer(u, by.accountId, opened.answer.sessionId, now);
  if (entry === null) return unkept(opened);
  const timed = { ...opened, signature: byTheirClock(opened.signature, entry, now) };
  const { answer } = entry;
  const before = answer?.eventId === timed.answer.eventId ? (answer?.openedAt ?? null) : null;
  const kept = await keepAnswer(u, entry, timed, now);
  return { opened: timed, entry: viewOf(kept ?? entry), before, kept: kept !== null };
}

const unkept = (opened: OpenedAnswer): AnswerView => ({ opened, entry: null, before: null, kept: false });

/** A check that was made here tells how far the service's clock is from ours: a signature is of its clock. */
function byTheirClock(
  signature: SignatureVerdict,
  { clockOffset }: LedgerEntry,
  now: number,
): SignatureVerdict {
  if (signature.kind !== 'fresh' && signature.kind !== 'old' && signature.kind !== 'ahead') return signature;
  return { ...signature, kind: ageOf(signature.signedAt, now + clockOffset) };
}
