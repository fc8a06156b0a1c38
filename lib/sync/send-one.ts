// Sends what waits for one address: texts first, read before they are written, then the switch, then where it forwards to, each
// a request of its own, since the service undoes none when another fails. Leans on the provider; what an answer settles is
// stored in one transaction with the queue. Repeating it is harmless.
import { AppError } from '../error.ts';
import type { PendingEdit, QueuedEdit, SealedField } from '../forwarding.ts';
import type { Address } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import { getRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Failure } from './failed-edits.ts';
import { isPending, mergeForwarded, settleText, without } from './forward.ts';
import type { Link } from './link.ts';
import { markGone } from './missing.ts';
import { dropQueued, EDITS, earlierValues, queuedIn, queuedOf } from './outbox.ts';
import { openerOf } from './pages-in.ts';
import { inBudget } from './patience.ts';
import { isVaultCurrent } from './vault-check.ts';

export interface Outcome {
  /** How many counted requests it took. */
  requests: number;
  failure: Failure | null;
}

type TextEdit = Extract<QueuedEdit, { edit: SealedField }>;

const isText = (queued: QueuedEdit): queued is TextEdit => queued.edit === 'label' || queued.edit === 'note';

interface Sending {
  u: Unlocked;
  link: Link;
  id: string;
  remoteId: string;
  signal: AbortSignal | undefined;
  requests: number;
}

/** Call in the account's turn. */
export async function sendAddress(
  u: Unlocked,
  link: Link,
  id: string,
  { fresh, signal }: { fresh: boolean; signal?: AbortSignal | undefined },
): Promise<Outcome> {
  const address = await getRecord(u, 'address', id);
  if (!address?.remoteId || address.forwarding === undefined || address.forwarding.gone) {
    await dropAll(u, id);
    return { requests: 0, failure: null };
  }
  await dropSettled(u, id);
  const sending: Sending = { u, link, id, remoteId: address.remoteId, signal, requests: 0 };
  for (const step of [
    () => sendTexts(sending, fresh),
    () => sendSwitch(sending),
    () => sendRecipients(sending),
  ]) {
    const failure = await step();
    if (failure === null) continue;
    // Recipients that are not found are not the address.
    const isGone = failure.error.code === 'not-found' && failure.edits[0]?.edit !== 'recipients';
    if (!isGone) return { requests: sending.requests, failure };
    await markGone(u, id);
    break;
  }
  return { requests: sending.requests, failure: null };
}

async function dropAll(u: Unlocked, id: string): Promise<void> {
  await transact(u, ['outbox'], (tx) => dropQueued(u, tx, id));
}

/** A list read meanwhile may have shown that the service has it already. */
async function dropSettled(u: Unlocked, id: string): Promise<void> {
  await transact(u, ['address', 'outbox'], async (tx) => {
    const address = await tx.get('address', id);
    const settled = EDITS.filter((edit) => address === null || !isPending(address, edit));
    await dropQueued(u, tx, id, settled);
  });
}

async function sendTexts(sending: Sending, fresh: boolean): Promise<Outcome['failure']> {
  const { u, link, id, remoteId, signal } = sending;
  const waiting = await sendable(sending);
  const { aliases, labels } = link.provider;
  if (waiting.length === 0 || labels === undefined || aliases?.get === undefined) return null;
  const { get } = aliases;
  try {
    if (!(await isVaultCurrent(u, link, signal))) return null;
    if (!fresh) {
      sending.requests += 1;
      await merge(sending, await once(sending, () => get(remoteId, signal)));
    }
    const texts = await sendable(sending);
    if (texts.length === 0) return null;
    sending.requests += 1;
    const change = Object.fromEntries(texts.map(({ edit, value }) => [edit, value]));
    await settle(u, link, id, await once(sending, () => labels.set(remoteId, change, signal)), texts);
    return null;
  } catch (error) {
    return { error: known(error), edits: waiting };
  }
}

async function sendSwitch(sending: Sending): Promise<Outcome['failure']> {
  const { link, remoteId, signal } = sending;
  const queued = await pendingEdit(sending, 'active');
  const { aliases } = link.provider;
  if (queued?.edit !== 'active' || aliases?.setActive === undefined) return null;
  const { setActive } = aliases;
  return attempt(sending, queued, () => setActive(remoteId, queued.value, signal));
}

async function sendRecipients(sending: Sending): Promise<Outcome['failure']> {
  const { link, remoteId, signal } = sending;
  const queued = await pendingEdit(sending, 'recipients');
  const { aliases } = link.provider;
  if (queued?.edit !== 'recipients' || aliases?.setRecipients === undefined) return null;
  const { setRecipients } = aliases;
  return attempt(sending, queued, () => setRecipients(remoteId, queued.value, signal));
}

async function attempt(
  sending: Sending,
  queued: QueuedEdit,
  send: () => Promise<RemoteAddress>,
): Promise<Outcome['failure']> {
  sending.requests += 1;
  try {
    await settle(sending.u, sending.link, sending.id, await once(sending, send), [queued]);
    return null;
  } catch (error) {
    return { error: known(error), edits: [queued] };
  }
}

/** One request; they belong together, so that a budget of seconds is waited for between them. */
const once = <T>({ link, signal }: Sending, request: () => Promise<T>): Promise<T> =>
  inBudget(request, { awake: link.rate, signal });

/** Anything that is not a failure of the service, or the vault's, ends the sending as it is. */
function known(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** Texts that may be written: not where another client's stands against ours, nor over one that we cannot read. */
async function sendable({ u, id }: Sending): Promise<TextEdit[]> {
  const address = await getRecord(u, 'address', id);
  const queued = await queuedOf(u, [id]);
  return queued.filter(isText).filter((one) => address !== null && isFree(address, one.edit));
}

function isFree(address: Address, field: SealedField): boolean {
  const { forwarding } = address;
  if (forwarding === undefined || !isPending(address, field)) return false;
  return forwarding.conflict?.[field] === undefined && !forwarding.closed.includes(field);
}

async function pendingEdit({ u, id }: Sending, edit: PendingEdit): Promise<QueuedEdit | null> {
  const address = await getRecord(u, 'address', id);
  if (address === null || !isPending(address, edit)) return null;
  return (await queuedOf(u, [id])).find((queued) => queued.edit === edit) ?? null;
}

/** What the service says of the address, before anything is written. */
async function merge({ u, link, id }: Sending, remote: RemoteAddress): Promise<void> {
  await settle(u, link, id, remote, []);
}

/** The answer into the address, and what it settles out of the queue, as one. */
async function settle(
  u: Unlocked,
  link: Link,
  id: string,
  remote: RemoteAddress,
  sent: readonly QueuedEdit[],
): Promise<void> {
  const reading = { open: openerOf(link), earlier: await earlierValues(u, [id]), now: Date.now() };
  await transact(u, ['address', 'outbox'], async (tx) => {
    const before = await tx.get('address', id);
    if (before === null) return dropQueued(u, tx, id);
    let next = before;
    for (const queued of sent) {
      // Edited again meanwhile: the newer value still waits.
      const isLatest = (await queuedIn(tx, queued.id))?.turn === queued.turn;
      if (isText(queued)) next = settleText(next, queued.edit, queued.value, remote, isLatest);
      else if (isLatest) next = without(next, queued.edit);
    }
    next = mergeForwarded(next, remote, reading);
    if (next === before) return;
    await tx.put('address', next);
    const settled = (before.forwarding?.pending ?? []).filter((edit) => !isPending(next, edit));
    await dropQueued(u, tx, id, settled);
  });
}
