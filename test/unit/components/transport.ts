// A background for screens under test, at the browser's own border: answers calls of the contract over runtime.onMessage,
// keeps drafts in memory, counts what was asked. Leans on WXT's fake browser; replaces no module of ours.
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../lib/default-settings.ts';
import { toWire } from '../../../lib/error.ts';
import type { AppCalls, ArgsOf, ChangeArea, ReplyOf } from '../../../lib/messages/contract.ts';

type Answers = { [Name in keyof AppCalls]?: (args: ArgsOf<AppCalls[Name]>) => ReplyOf<AppCalls[Name]> };

export interface Transport {
  drafts: Map<string, string>;
  /** Every call in order, with its arguments. */
  asked: { call: string; args: unknown }[];
  tell: (...areas: ChangeArea[]) => Promise<void>;
  stop: () => void;
}

/** @param answers what the background says; an answer that throws an AppError is an error on the wire. */
export function serve(answers: Answers = {}): Transport {
  const drafts = new Map<string, string>();
  const asked: Transport['asked'] = [];
  const table: Answers = {
    'draft.get': ({ place }) => ({ value: drafts.get(place) ?? null }),
    'draft.set': ({ place, value }) => {
      if (value === null) drafts.delete(place);
      else drafts.set(place, value);
      return {};
    },
    'settings.get': () => DEFAULT_SETTINGS,
    ...answers,
  };
  const hear = (message: unknown, _sender: unknown, respond: (answer: unknown) => void): true | undefined => {
    const { call, args } = message as { call?: string; args?: unknown };
    if (call === undefined) return undefined;
    asked.push({ call, args });
    const answer = table[call as keyof AppCalls] as ((args: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`the test gives no answer to ${call}`);
    Promise.resolve()
      .then(() => answer(args))
      .then(
        (ok) => respond({ ok }),
        (error: unknown) => respond({ err: toWire(error) }),
      );
    return true;
  };
  fakeBrowser.runtime.onMessage.addListener(hear);
  return {
    drafts,
    asked,
    tell: async (...areas) => {
      for (const listener of listeners()) await listener({ event: 'changed', areas });
    },
    stop: () => fakeBrowser.runtime.onMessage.removeListener(hear),
  };
}

/** The fake's `sendMessage` answers the caller; a broadcast is its `trigger`. */
function listeners(): ((message: unknown) => Promise<unknown>)[] {
  return [
    (message) => {
      const event = fakeBrowser.runtime.onMessage as unknown as {
        trigger: (message: unknown, sender: unknown, respond: () => void) => Promise<unknown>;
      };
      return event.trigger(message, {}, () => undefined);
    },
  ];
}
