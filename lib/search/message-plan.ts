// How messages are searched: newest first, by words of sender and subject, by identity, time and whether they were read; and what
// is counted over all of them. Pure; the meaning of each member of a filter is lib/message-query.ts's.
import type { MessageFilter, MessageSort } from '../message-query.ts';
import type { SearchChunk } from './chunk.ts';
import { lineOf } from './chunk.ts';
import { DAMAGED, searchedLine } from './entry.ts';
import { MESSAGE_FLAG, MESSAGE_LAYOUT } from './message-entry.ts';
import type { Lets, SearchPlan } from './plan.ts';

const FROM = MESSAGE_LAYOUT.fields.indexOf('from');
const EACH = MESSAGE_LAYOUT.fields.length;

export const MESSAGE_PLAN: SearchPlan<MessageFilter, MessageSort> = {
  layout: MESSAGE_LAYOUT,
  // Found or not: nothing is ranked here.
  worth: MESSAGE_LAYOUT.fields.map(() => ({ start: 1, word: 1, anywhere: 1 })),
  named: null,
  orders: { newest: { time: 'receivedAt', by: ['time'] } },
  lets: messageLets,
};

function messageLets({
  addressId,
  channel,
  direction,
  unread,
  from = '',
  after,
  before,
}: MessageFilter): Lets {
  const sender = searchedLine(from).trim();
  let mask: number = DAMAGED;
  let wanted = 0;
  const want = (bit: number, on: boolean): void => {
    mask |= bit;
    if (on) wanted |= bit;
  };
  if (channel !== undefined) want(MESSAGE_FLAG.sms, channel === 'sms');
  if (direction !== undefined) want(MESSAGE_FLAG.sent, direction === 'outbound');
  if (unread !== undefined) want(MESSAGE_FLAG.unread, unread);
  return (held, at) => {
    const { flags, keys, numbers } = held.chunk;
    const time = numbers.receivedAt?.[at] ?? 0;
    return (
      ((flags[at] ?? DAMAGED) & mask) === wanted &&
      (addressId === undefined || keys.addressId?.[at] === addressId) &&
      (after === undefined || time >= after) &&
      (before === undefined || time < before) &&
      (sender === '' || lineOf(held, at * EACH + FROM).includes(sender))
    );
  };
}

/** @returns how many are unread, by the identity's id; 0 for those of which all are read. */
export function unreadOf(chunks: Iterable<SearchChunk>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys, flags } of chunks) {
    for (const [at, addressId] of (keys.addressId ?? []).entries()) {
      if (addressId === null) continue;
      const unread = ((flags[at] ?? 0) & MESSAGE_FLAG.unread) === 0 ? 0 : 1;
      counts.set(addressId, (counts.get(addressId) ?? 0) + unread);
    }
  }
  return counts;
}

/** What is beyond the bounds of what is kept, the oldest of it first to go. */
export interface Excess {
  /** Whole messages. */
  messages: string[];
  /** Messages whose body alone has to go. */
  bodies: string[];
}

/**
 * @param most messages that are kept, the newest ones
 * @param bodies characters of bodies that are kept, those of the newest messages
 */
export function excessOf(chunks: Iterable<SearchChunk>, most: number, bodies: number): Excess {
  const all: { id: string; time: number; body: number }[] = [];
  let characters = 0;
  for (const { ids, numbers } of chunks) {
    for (const [at, id] of ids.entries()) {
      const body = numbers.body?.[at] ?? 0;
      characters += body;
      all.push({ id, time: numbers.receivedAt?.[at] ?? 0, body });
    }
  }
  if (all.length <= most && characters <= bodies) return { messages: [], bodies: [] };
  all.sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1));
  let left = bodies;
  const tooMuch = all.slice(0, most).filter(({ body }) => {
    left -= body;
    return body > 0 && left < 0;
  });
  return { messages: all.slice(most).map(({ id }) => id), bodies: tooMuch.map(({ id }) => id) };
}
