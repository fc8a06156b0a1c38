// The answering side: judges the sender, decodes the arguments, dispatches to the one table that kind of sender may use,
// and encodes errors. Leans on sender.ts and valibot; a missing handler or shape does not compile.
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { AppError, toWire } from '../error.ts';
import { reportBug } from '../report.ts';
import type { Answer, AppCalls, ArgsOf, MenuCalls, PageCalls, ReplyOf } from './contract.ts';
import type { PanelCalls } from './panel.ts';
import {
  type AppSender,
  judgeSender,
  type MenuSender,
  type PageSender,
  type PanelSender,
  type Self,
} from './sender.ts';

/** One handler and one decoder a call; total over the interface. */
export type Handlers<Calls, From> = {
  [Name in keyof Calls]: (args: ArgsOf<Calls[Name]>, from: From) => Promise<ReplyOf<Calls[Name]>>;
};
export type Shapes<Calls> = { [Name in keyof Calls]: v.GenericSchema<unknown, ArgsOf<Calls[Name]>> };

export interface Desk<Calls, From> {
  handlers: Handlers<Calls, From>;
  shapes: Shapes<Calls>;
}

export interface Desks {
  page: Desk<PageCalls, PageSender>;
  menu: Desk<MenuCalls, MenuSender>;
  panel: Desk<PanelCalls, PanelSender>;
  app: Desk<AppCalls, AppSender>;
}

/** A decoded envelope: `args` is anything until the call's own shape has read it. */
const envelopeShape = v.object({ call: v.pipe(v.string(), v.maxLength(64)), args: v.unknown() });

/**
 * @returns a listener for `runtime.onMessage`. It answers through `sendResponse` (a promise answer is ignored by some
 *   browsers' callback form) and stays silent to everything that is not a call, so that broadcasts pass.
 */
export function createServer(desks: Desks, self: Self) {
  return (
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const envelope = v.safeParse(envelopeShape, message);
    if (!envelope.success) return undefined;
    answerCall(desks, self, envelope.output.call, envelope.output.args, sender).then(sendResponse);
    return true;
  };
}

async function answerCall(
  desks: Desks,
  self: Self,
  call: string,
  args: unknown,
  sender: Runtime.MessageSender,
): Promise<Answer<unknown>> {
  try {
    const from = judgeSender(sender, self);
    if (!from) throw new AppError('forbidden');
    switch (from.kind) {
      case 'page':
        return { ok: await dispatch(desks.page, call, args, from) };
      case 'menu':
        return { ok: await dispatch(desks.menu, call, args, from) };
      case 'panel':
        return { ok: await dispatch(desks.panel, call, args, from) };
      case 'app':
        return { ok: await dispatch(desks.app, call, args, from) };
    }
  } catch (error) {
    if (!(error instanceof AppError)) reportBug(call, error);
    return { err: toWire(error) };
  }
}

/** Own properties only: `constructor` and its kin are not calls. */
async function dispatch<Calls, From>(
  desk: Desk<Calls, From>,
  call: string,
  args: unknown,
  from: From,
): Promise<unknown> {
  if (!isCall(desk, call)) throw new AppError('forbidden', { what: 'call' });
  const decoded = v.safeParse(desk.shapes[call], args);
  if (!decoded.success) {
    throw new AppError('malformed', { what: String(call), field: v.getDotPath(decoded.issues[0]) ?? '$' });
  }
  return desk.handlers[call](decoded.output, from);
}

function isCall<Calls, From>(desk: Desk<Calls, From>, call: string): call is Extract<keyof Calls, string> {
  return Object.hasOwn(desk.handlers, call) && Object.hasOwn(desk.shapes, call);
}
