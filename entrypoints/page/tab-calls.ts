// What the background may ask of the recognition script: the shape of each call's arguments. Leans on guards.ts and
// answer-calls.ts; knows no field.
import type { TabCalls } from '../../lib/messages/contract.ts';
import type { FieldRole } from '../../lib/model.ts';
import { answerCalls, type CallGuards, type CallHandlers } from './answer-calls.ts';
import { either, finite, flag, type Guard, object, oneOf, text } from './guards.ts';

export type TabHandlers = CallHandlers<TabCalls>;

const nothing = object<Record<string, never>>({});
const role = text as Guard<string> as Guard<FieldRole>;

const GUARDS: CallGuards<TabCalls> = {
  'tab.fill': object({ ref: text, value: text, role, from: oneOf('menu', 'toolbar') }, ['from']),
  'tab.restore': object({ ref: text }),
  'tab.frame': either(object({ height: finite }), object({ close: oneOf(true), refocus: flag })),
  'tab.quit': nothing,
  'tab.focused': nothing,
  'tab.menu': nothing,
  'tab.verdict': object({ ref: text }, ['ref']),
  'tab.opened': nothing,
  'tab.rules': nothing,
  'tab.notice': object({ text, tone: oneOf('good', 'bad') }),
};

/** Answers until `signal` aborts. */
export function answerTabCalls(handlers: TabHandlers, signal: AbortSignal): void {
  answerCalls<TabCalls>(GUARDS, handlers, signal);
}
