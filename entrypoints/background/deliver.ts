// From a choice to a filled field: makes or fetches the value the user has just chosen, sends it to exactly the document
// and field that was offered, and notes what was used. Leans on lib/actions; never sends a value anywhere else.
import { createAddress } from '../../lib/actions/create-address.ts';
import { canDiscard, discardAddress } from '../../lib/actions/discard-address.ts';
import { codesFor } from '../../lib/actions/find-codes.ts';
import { heldCodeFor } from '../../lib/actions/held-totps.ts';
import { openAccount } from '../../lib/actions/open-account.ts';
import { markMessage, noteCodeUse } from '../../lib/actions/read-inbox.ts';
import { removeAddress } from '../../lib/actions/remove-address.ts';
import { rememberChoice } from '../../lib/actions/site-choices.ts';
import { codeFor } from '../../lib/actions/totps.ts';
import { noteUse } from '../../lib/actions/update-address.ts';
import { AppError } from '../../lib/error.ts';
import type { FieldReport, MenuCalls, ReplyOf } from '../../lib/messages/contract.ts';
import type { MenuChoice, MenuResult } from '../../lib/messages/views.ts';
import type { FillOutcome } from '../../lib/model.ts';
import type { FrameTarget } from '../../lib/platform.ts';
import { fireAndForget, reportBug } from '../../lib/report.ts';
import type { NewAddress } from '../../lib/requests.ts';
import { getRecord } from '../../lib/vault/records.ts';
import { requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { expectLetter } from './expecting.ts';
import { needOf } from './offers.ts';
import { sendSoon } from './syncing.ts';
import { callTab } from './tab-calls.ts';
import { lookForTwins } from './twins.ts';
import { noteTotpUse } from './used-totps.ts';

/** A field of a document, as it was offered. */
export interface Destination {
  target: FrameTarget;
  site: string;
  report: FieldReport;
  /** From when on messages count, for a choice of a code. */
  since: number;
  /** Where the choice was made: a code that does not say it is of this site is released by our own pages only (tier 3). */
  by: 'menu' | 'app';
}

export interface Delivery extends MenuResult {
  /** The address this delivery created, if it did and may take it back. */
  createdId: string | null;
}

interface Value {
  text: string;
  email: string | null;
  account: string | null;
  createdId: string | null;
  /** What to note once the page kept the value. */
  note: () => Promise<void>;
}

/** What a field must want for a choice to go into it. */
const WANTS: Record<MenuChoice['kind'], 'address' | 'code'> = {
  address: 'address',
  'new-address': 'address',
  code: 'code',
  totp: 'code',
  'held-totp': 'code',
};

/** Errors: those of making the value; `forbidden` when the choice does not fit the field. Nothing is filled then. */
export async function deliver(choice: MenuChoice, to: Destination): Promise<Delivery> {
  const u = await requireUnlocked();
  if (needOf(to.report) !== WANTS[choice.kind]) throw new AppError('forbidden', { what: 'field' });
  const value = await valueFor(u, choice, to);
  const outcome = await callTab(to.target, 'tab.fill', {
    ref: to.report.ref,
    value: value.text,
    role: to.report.role,
    from: to.by === 'menu' ? 'menu' : 'toolbar',
  });
  if (isDone(outcome)) {
    await afterwards(value.note);
    if (value.email !== null) {
      const { target, site, report } = to;
      fireAndForget(expectLetter(target.tabId, site, report.form, Date.now()), 'expect');
    }
  }
  return {
    outcome,
    email: value.email,
    account: value.account,
    undo: undoOf(outcome, value),
    createdId: value.createdId,
  };
}

/** What is noted of a deed that is done: the message may be gone, or the vault be locked by then, and it is done all the same. */
export async function afterwards(note: () => Promise<unknown>): Promise<void> {
  try {
    await note();
  } catch (error) {
    if (!(error instanceof AppError)) reportBug('note', error);
  }
}

function isDone(outcome: FillOutcome): boolean {
  return outcome.kind === 'filled' || outcome.kind === 'moved-on';
}

/** A field can be restored after a fill that stayed; a fresh address can be discarded even where the fill failed. */
function undoOf(outcome: FillOutcome, value: Value): MenuResult['undo'] {
  if (value.createdId !== null) return 'discard';
  return outcome.kind === 'filled' ? 'undo' : null;
}

async function valueFor(u: Unlocked, choice: MenuChoice, to: Destination): Promise<Value> {
  const now = Date.now();
  switch (choice.kind) {
    case 'address': {
      const address = await getRecord(u, 'address', choice.id);
      if (!address) throw new AppError('not-found', { what: 'address' });
      const { account } = await openAccount(u, address.accountId);
      return {
        text: address.email,
        email: address.email,
        account: account.name,
        createdId: null,
        note: () => noteAddress(u, address.id, to.site),
      };
    }
    case 'new-address': {
      const { account } = await openAccount(u, choice.accountId);
      const address = await createAddress(
        u,
        { accountId: account.id, site: to.site, ...shapeOf(choice) },
        now,
      );
      lookForTwins(u, address);
      if (address.forwarding) sendSoon(u, address.accountId, address.id);
      await rememberChoice(u, to.site, { accountId: account.id, wish: choice.wish ?? {} });
      announce('addresses');
      return {
        text: address.email,
        email: address.email,
        account: account.name,
        createdId: (await canDiscard(u, address)) ? address.id : null,
        note: () => noteAddress(u, address.id, to.site),
      };
    }
    case 'code': {
      const codes = await codesFor(u, { site: to.site, since: to.since });
      const found = codes.find(({ messageId }) => messageId === choice.messageId);
      if (!found) throw new AppError('not-found', { what: 'message' });
      if (found.senderMatches !== true && to.by === 'menu')
        throw new AppError('forbidden', { what: 'sender' });
      return {
        text: found.code,
        email: null,
        account: null,
        createdId: null,
        note: () => noteCode(u, found.messageId),
      };
    }
    case 'totp': {
      const code = await codeFor(u, choice.id, to.site, now);
      return { ...bare(code), note: () => noteTotpUse(choice.id, code) };
    }
    case 'held-totp':
      return bare(await heldCodeFor(u, choice.id, to.site));
  }
}

/** A value that nothing is noted of. */
const bare = (text: string): Value => ({
  text,
  email: null,
  account: null,
  createdId: null,
  note: async () => undefined,
});

function shapeOf({ format, wish }: Extract<MenuChoice, { kind: 'new-address' }>): Partial<NewAddress> {
  return { ...(format === undefined ? {} : { format }), ...wish };
}

async function noteAddress(u: Unlocked, id: string, site: string): Promise<void> {
  await noteUse(u, id, site, Date.now());
  announce('addresses');
}

async function noteCode(u: Unlocked, messageId: string): Promise<void> {
  await noteCodeUse(u, messageId, Date.now());
  announce('inbox', 'codes');
  // The mark at the provider is a courtesy: the fill has succeeded whether or not it gets there.
  fireAndForget(markMessage(u, messageId, true), 'mark read');
}

/** Takes a delivery back: the field first, then an address that was made for it. */
export async function takeBack(
  target: FrameTarget,
  ref: string,
  createdId: string | null,
): Promise<ReplyOf<MenuCalls['menu.undo']>> {
  // The page may have gone on since: then there is nothing to restore, and the address still goes.
  const { restored } = await callTab(target, 'tab.restore', { ref }).catch((error: unknown) => {
    if (error instanceof AppError) return { restored: false };
    throw error;
  });
  if (createdId === null) return { restored, address: 'kept' };
  const address = await discard(await requireUnlocked(), createdId);
  announce('addresses', 'sync');
  return { restored, address };
}

/** A forwarding one is only switched off once mail may have come to it, and then its service is told. */
async function discard(u: Unlocked, id: string): Promise<'discarded' | 'off'> {
  const address = await getRecord(u, 'address', id);
  if (!address?.forwarding) {
    await removeAddress(u, id);
    return 'discarded';
  }
  const { discarded } = await discardAddress(u, id, Date.now());
  if (!discarded) sendSoon(u, address.accountId);
  return discarded ? 'discarded' : 'off';
}
