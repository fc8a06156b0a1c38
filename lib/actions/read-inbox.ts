// One message: read whole, marked here and at its service, noted as used. Leans on the vault and lib/providers; opening a message here
// marks nothing by itself, and a mark that cannot reach the service now is told with its next list.
import { AppError, type ErrorCode } from '../error.ts';
import type { Message, MessageSummary, ReadMark } from '../model.ts';
import type { Folder, InboxSlot } from '../providers/inbox-slot.ts';
import { searchIndex } from '../vault/read-index.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { keptMessage } from './kept-messages.ts';
import { openMessage } from './open-message.ts';
import { storeMessages } from './store-messages.ts';

/** A message with its body, fetched if only its summary was kept. Errors: `not-found`; those of the provider. */
export async function readMessage(u: Unlocked, id: string, signal?: AbortSignal): Promise<Message> {
  const kept = await keptMessage(u, id);
  if (!kept) throw new AppError('not-found', { what: 'message' });
  if (kept.body !== null) return kept;
  const { folder, inbox } = await openMessage(u, id);
  const askedAt = Date.now();
  const whole = await inbox.get(folder, kept.remoteId, signal);
  const [stored] = await storeMessages(u, kept, [whole], askedAt);
  return { ...kept, ...stored, body: whole.body };
}

/** Errors after which the mark stands here, and the service is told with the next list: it could not be asked now. */
const LATER: Partial<Record<ErrorCode, true>> = {
  unreachable: true,
  timeout: true,
  server: true,
  'rate-limited': true,
  budget: true,
};
/** Errors after which a service will never take the mark from this key. */
const NEVER: Partial<Record<ErrorCode, true>> = {
  'missing-scope': true,
  plan: true,
  rejected: true,
  conflict: true,
  malformed: true,
};

/**
 * Marks here, then at the provider; what cannot reach it now is told later. Idempotent.
 * Errors: `not-found`; those of a provider that refuses, and then the message is as it was.
 */
export async function markMessage(
  u: Unlocked,
  id: string,
  read: boolean,
  signal?: AbortSignal,
): Promise<MessageSummary> {
  const { message, folder, inbox } = await openMessage(u, id);
  const marked = await changeMessage(u, id, { read, mark: { at: Date.now(), to: 'tell' } });
  try {
    return await tellMark(u, marked, folder, inbox, signal);
  } catch (error) {
    if (error instanceof AppError && LATER[error.code]) return marked;
    await changeMessage(u, id, { read: message.read, mark: message.mark });
    throw error;
  }
}

/** Notes that a code of this message was filled, or its link opened: read it is then as well, as the service is told with its next list. */
export async function noteCodeUse(u: Unlocked, id: string, now: number): Promise<MessageSummary> {
  return changeMessage(u, id, { usedAt: now, read: true, mark: { at: now, to: 'tell' } });
}

/** Marks told with one list: more wait for the next, since each is a request. */
const MOST_TOLD = 3;

/** Tells the service the marks of its messages that it does not know of yet. Never throws what a service says. */
export async function tellMarks(
  u: Unlocked,
  messages: readonly MessageSummary[],
  folder: Folder,
  inbox: InboxSlot,
  signal?: AbortSignal,
): Promise<void> {
  const owed = messages.filter(({ mark }) => mark?.to === 'tell').slice(0, MOST_TOLD);
  for (const message of owed) {
    try {
      await tellMark(u, message, folder, inbox, signal);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (NEVER[error.code]) await changeMark(u, message, 'keep');
      else return;
    }
  }
}

async function tellMark(
  u: Unlocked,
  message: MessageSummary,
  folder: Folder,
  inbox: InboxSlot,
  signal?: AbortSignal,
): Promise<MessageSummary> {
  await inbox.markRead(folder, message.remoteId, message.read, signal);
  return changeMark(u, message, 'told');
}

/** Unless another mark was set since, which is still to be told. */
function changeMark(u: Unlocked, { id, mark }: MessageSummary, to: ReadMark['to']): Promise<MessageSummary> {
  return changeMessage(u, id, (current) =>
    current.mark?.at === mark?.at ? { mark: { at: Date.now(), to } } : {},
  );
}

type Change = Partial<Omit<MessageSummary, 'mark'>> & { mark?: ReadMark | undefined };

async function changeMessage(
  u: Unlocked,
  id: string,
  change: Change | ((current: MessageSummary) => Change),
): Promise<MessageSummary> {
  await searchIndex(u, 'message').ready;
  return transact(u, ['message'], async (tx) => {
    const current = await tx.get('message', id);
    if (!current) throw new AppError('not-found', { what: 'message' });
    const { mark, ...next } = { ...current, ...(typeof change === 'function' ? change(current) : change) };
    const changed: MessageSummary = mark === undefined ? next : { ...next, mark };
    await tx.put('message', changed);
    return changed;
  });
}
