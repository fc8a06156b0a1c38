// The answering side of calls from the background: hears it and nobody else, looks at the arguments, calls one handler. Leans
// on the contract; knows no field. A content script is never sent to by another one, but the sender is judged all the same.
import type { Runtime } from 'webextension-polyfill';
import { AppError, toWire } from '../../lib/error.ts';
import type { Answer, ArgsOf, ReplyOf } from '../../lib/messages/contract.ts';
import { browser } from '../../lib/platform.ts';
import type { Guard } from './guards.ts';

export type CallHandlers<Calls> = {
  [Name in keyof Calls]: (args: ArgsOf<Calls[Name]>) => ReplyOf<Calls[Name]> | Promise<ReplyOf<Calls[Name]>>;
};
export type CallGuards<Calls> = { [Name in keyof Calls]: Guard<ArgsOf<Calls[Name]>> };

/** Answers until `signal` aborts; calls that `guards` does not name are left to another script of ours. */
export function answerCalls<Calls>(
  guards: CallGuards<Calls>,
  handlers: CallHandlers<Calls>,
  signal: AbortSignal,
): void {
  const hear = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const call = isBackground(sender) ? callOf(guards, message) : null;
    if (!call) return undefined;
    answer(guards, handlers, call.name, call.args).then(respond);
    return true;
  };
  // The type knows listeners that always answer and listeners that never do; this one tells by its return.
  const listener = hear as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  // An update of the extension takes `runtime` itself away from the script it leaves behind.
  const forget = () => browser.runtime?.onMessage?.removeListener(listener);
  signal.addEventListener('abort', forget, { once: true });
}

async function answer<Calls, Name extends keyof Calls>(
  guards: CallGuards<Calls>,
  handlers: CallHandlers<Calls>,
  name: Name,
  args: unknown,
): Promise<Answer<ReplyOf<Calls[Name]>>> {
  try {
    if (!guards[name](args)) throw new AppError('malformed', { what: String(name) });
    return { ok: await handlers[name](args) };
  } catch (error) {
    return { err: toWire(error) };
  }
}

/** Ours, and from no tab: neither another content script nor one of our pages in a tab. */
function isBackground(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined;
}

function callOf<Calls>(
  guards: CallGuards<Calls>,
  message: unknown,
): { name: keyof Calls; args: unknown } | null {
  if (typeof message !== 'object' || message === null || !('call' in message)) return null;
  const { call, args } = message as { call: unknown; args?: unknown };
  return typeof call === 'string' && Object.hasOwn(guards, call) ? { name: call as keyof Calls, args } : null;
}
