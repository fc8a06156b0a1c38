// The answering side of TabCalls: hears the background and nobody else, decodes, calls one handler. Leans on the contract
// and valibot; knows no field. A content script is never sent to by another one, but the sender is judged all the same.
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { AppError, toWire } from '../../lib/error.ts';
import type { Answer, ArgsOf, ReplyOf, TabCalls } from '../../lib/messages/contract.ts';
import type { FieldRole } from '../../lib/model.ts';
import { browser } from '../../lib/platform.ts';

export type TabHandlers = {
  [Name in keyof TabCalls]: (
    args: ArgsOf<TabCalls[Name]>,
  ) => ReplyOf<TabCalls[Name]> | Promise<ReplyOf<TabCalls[Name]>>;
};

const nothing = v.custom<Record<string, never>>((args) => typeof args === 'object' && args !== null);

const ARGS: { [Name in keyof TabCalls]: v.GenericSchema<unknown, ArgsOf<TabCalls[Name]>> } = {
  'tab.fill': v.object({
    ref: v.string(),
    value: v.string(),
    role: v.custom<FieldRole>((role) => typeof role === 'string'),
    from: v.exactOptional(v.picklist(['menu', 'toolbar'])),
  }),
  'tab.restore': v.object({ ref: v.string() }),
  'tab.frame': v.union([
    v.object({ height: v.pipe(v.number(), v.finite()) }),
    v.object({ close: v.literal(true), refocus: v.boolean() }),
  ]),
  'tab.quit': nothing,
  'tab.focused': nothing,
  'tab.verdict': v.object({ ref: v.exactOptional(v.string()) }),
  'tab.rules': nothing,
  'tab.pick': v.union([
    v.object({ pick: v.string(), means: v.picklist(['email', 'code', 'never']) }),
    v.object({ pick: v.null() }),
  ]),
  'tab.export': nothing,
  'tab.notice': v.object({ text: v.string(), tone: v.picklist(['good', 'bad']) }),
};

/** Answers until `signal` aborts. */
export function answerTabCalls(handlers: TabHandlers, signal: AbortSignal): void {
  const hear = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const call = isBackground(sender) ? callOf(message) : null;
    if (!call) return undefined;
    answer(handlers, call.name, call.args).then(respond);
    return true;
  };
  // The type knows listeners that always answer and listeners that never do; this one tells by its return.
  const listener = hear as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  // An update of the extension takes `runtime` itself away from the script it leaves behind.
  const forget = () => browser.runtime?.onMessage?.removeListener(listener);
  signal.addEventListener('abort', forget, { once: true });
}

async function answer<Name extends keyof TabCalls>(
  handlers: TabHandlers,
  name: Name,
  args: unknown,
): Promise<Answer<ReplyOf<TabCalls[Name]>>> {
  try {
    const schema: v.GenericSchema<unknown, ArgsOf<TabCalls[Name]>> = ARGS[name];
    const decoded = v.safeParse(schema, args);
    if (!decoded.success) throw new AppError('malformed', { what: name });
    return { ok: await handlers[name](decoded.output) };
  } catch (error) {
    return { err: toWire(error) };
  }
}

/** Ours, and from no tab: neither another content script nor one of our pages in a tab. */
function isBackground(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined;
}

function callOf(message: unknown): { name: keyof TabCalls; args: unknown } | null {
  if (typeof message !== 'object' || message === null || !('call' in message)) return null;
  const { call, args } = message as { call: unknown; args?: unknown };
  return isTabCall(call) ? { name: call, args } : null;
}

function isTabCall(call: unknown): call is keyof TabCalls {
  return typeof call === 'string' && Object.hasOwn(ARGS, call);
}
