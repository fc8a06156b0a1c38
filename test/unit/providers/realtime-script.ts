// A line's machine with a clock of its own, driven by hand: what goes in, and what it wants done, sorted by kind. Leans on the
// machine alone.
import type { EventState } from '../../../lib/providers/event-slot.ts';
import { decodeFrame, type Frame } from '../../../lib/providers/realtime/frame.ts';
import {
  type Effect,
  type Input,
  type Line,
  newLine,
  type TimerName,
} from '../../../lib/providers/realtime/line.ts';
import { step } from '../../../lib/providers/realtime/machine.ts';
import type { RealtimeToken } from '../../../lib/providers/realtime/token.ts';

export const TOPICS = [
  { name: 'realtime:identity:a', config: { postgres_changes: [] } },
  { name: 'realtime:identity:b', config: { postgres_changes: [] } },
];
export const NOW = 1_800_000_000_000;
export const TOKEN: RealtimeToken = {
  token: 'header.body.signature',
  expiresAt: NOW + 3_600_000,
  url: 'wss://project.example/realtime/v1',
  apiKey: 'key',
  topic: null,
};

/** A line with its clock, and what it did last. */
export function start(pace = 20_000) {
  let line: Line = newLine(TOPICS, pace);
  let now = NOW;
  const put = (input: Input, after = 0): readonly Effect[] => {
    now += after;
    const [next, effects] = step(line, input, now);
    line = next;
    return effects;
  };
  const frame = (text: string | Frame, after = 0): readonly Effect[] =>
    put({ type: 'frame', frame: typeof text === 'string' ? decodeFrame(text) : text }, after);
  const granted = (topic: string, ref: string): readonly Effect[] =>
    frame(
      `{"event":"phx_reply","payload":{"response":{"postgres_changes":[]},"status":"ok"},"ref":"${ref}","topic":"${topic}"}`,
    );
  const join = (): void => {
    put({ type: 'start' });
    put({ type: 'token', token: TOKEN, usable: true });
    put({ type: 'open' });
    granted('realtime:identity:a', '1');
    granted('realtime:identity:b', '2');
  };
  return { put, frame, granted, join, line: () => line };
}

export const said = (effects: readonly Effect[]): EventState[] =>
  effects.flatMap((effect) => (effect.type === 'say' ? [effect.state] : []));
export const sent = (effects: readonly Effect[]): Frame[] =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.frame] : []));
export const timer = (effects: readonly Effect[], name: TimerName): number | null | undefined =>
  effects.flatMap((effect) => (effect.type === 'timer' && effect.name === name ? [effect.after] : [])).at(-1);
export const types = (effects: readonly Effect[]): string[] => effects.map(({ type }) => type);
