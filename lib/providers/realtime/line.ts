// The nouns of a line to a Realtime server: what it is told, what it asks to be done, where it stands, and its limits. Types and
// numbers; what follows from what is machine.ts's.
import type { ErrorCode } from '../../error.ts';
import type { EventState } from '../event-slot.ts';
import type { Frame } from './frame.ts';
import type { RealtimeToken } from './token.ts';

/** A topic to join, with what to ask for in it. */
export interface Topic {
  /** With its prefix `realtime:`. */
  name: string;
  config: Record<string, unknown>;
}

export type TimerName = 'open' | 'join' | 'beat' | 'answer' | 'refresh' | 'retry';

export type Input =
  | { type: 'start' }
  | { type: 'token'; token: RealtimeToken; usable: boolean }
  /** `final`: asking again would be refused again. */
  | { type: 'no-token'; why: ErrorCode; final: boolean }
  | { type: 'open' }
  | { type: 'lost' }
  | { type: 'frame'; frame: Frame | null }
  | { type: 'flood' }
  | { type: 'timer'; name: TimerName }
  | { type: 'stop' };

export type Effect =
  | { type: 'fetch-token' }
  | { type: 'connect'; token: RealtimeToken }
  | { type: 'hang-up' }
  | { type: 'send'; frame: Frame }
  /** Null stops it. */
  | { type: 'timer'; name: TimerName; after: number | null }
  | { type: 'say'; state: EventState }
  | { type: 'deliver'; topic: string; event: string; payload: Record<string, unknown> };

export interface Line {
  topics: readonly Topic[];
  /** Milliseconds between heartbeats. */
  pace: number;
  phase: 'token' | 'opening' | 'joining' | 'joined' | 'pausing' | 'off';
  token: RealtimeToken | null;
  lastRef: number;
  /** Ref of each topic's join, and whether it was granted. */
  joins: Readonly<Record<string, { ref: string; granted: boolean }>>;
  joinedAt: number;
  /** Heartbeats without an answer, oldest first, and when the oldest was sent; an answer to any of them is life. */
  beat: { refs: readonly string[]; sentAt: number } | null;
  /** A beat is late: polling has taken over, the line may still come back. */
  doubtful: boolean;
  /** In a row, without a line that held. */
  failures: number;
  /** Joins refused for the token's sake, in a row. */
  refusals: number;
  malformed: number;
}

export const LIMITS = {
  /** Milliseconds to wait, by failures in a row. */
  backOff: [1000, 2000, 5000, 10_000],
  /** The same where no token came: each try costs a request of the minute that asking by turns lives on. */
  backOffToken: [15_000, 60_000],
  mostFailures: 8,
  /** A line that held this long was a good one. */
  held: 10_000,
  opening: 10_000,
  joining: 10_000,
  /** Late: others should ask meanwhile. Dead: hang up. */
  beatLate: 1000,
  beatDead: 6000,
  /** Before a token ends. */
  refreshAhead: 60_000,
  refreshSoonest: 5000,
  refreshAgain: 10_000,
  mostMalformed: 20,
} as const;

export const newLine = (topics: readonly Topic[], pace: number): Line => ({
  topics,
  pace,
  phase: 'token',
  token: null,
  lastRef: 0,
  joins: {},
  joinedAt: 0,
  beat: null,
  doubtful: false,
  failures: 0,
  refusals: 0,
  malformed: 0,
});
