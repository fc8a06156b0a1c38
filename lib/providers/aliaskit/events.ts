// Live events of AliasKit over Supabase's Realtime (contract §8). Only that there is a token route is documented: topics, tables
// and event names are the contract's inference, so everything decodes or is dropped, and where the answer names no address there
// is no line and others ask by turns. Leans on lib/providers/realtime.
import * as v from 'valibot';
import type { Channel } from '../../model.ts';
import type { EventSlot, RemoteEvent } from '../event-slot.ts';
import type { Transport } from '../http.ts';
import type { Topic } from '../realtime/line.ts';
import { listen } from '../realtime/listen.ts';
import { type RealtimeToken, realtimeToken } from '../realtime/token.ts';
import { remoteId } from '../shape.ts';
import { email, sms } from './message-shapes.ts';
import { trying } from './requests.ts';

const SCOPE = 'messages:read';
const PREFIX = 'realtime:identity:';

/** Tables of the service's early schema, and the channel each holds. */
const TABLES: Readonly<Record<string, Channel>> = { email_messages: 'email', sms_messages: 'sms' };

/** A heartbeat so often that a dead line is noticed within three seconds, for the minutes that a page waits. */
const URGENT_PACE = 1500;

/** Topics on one line: servers allow a hundred, and each is two frames at every join. */
const MOST_TOPICS = 50;

/** Messages told as new already: a row and a broadcast may bring the same one. */
const REMEMBERED = 500;

export function eventSlot(send: Transport): EventSlot {
  return {
    listen(identityIds, hearing, signal) {
      const ids = [...new Set(identityIds)].slice(0, MOST_TOPICS);
      if (ids.length === 0) {
        hearing.onState({ kind: 'off', why: null });
        return;
      }
      const told = new Set<string>();
      listen({
        topics: ids.map(topicOf),
        signal,
        ...(hearing.urgent === true ? { pace: URGENT_PACE } : {}),
        ...(hearing.WebSocket === undefined ? {} : { WebSocket: hearing.WebSocket }),
        token: (ending) => askToken(send, ids, ending),
        onState: hearing.onState,
        onEvent(topic, name, payload) {
          const event = readEvent(topic.slice(PREFIX.length), name, payload);
          if (event !== null && isNews(event, told)) hearing.onEvent(event);
        },
      });
    },
  };
}

/** Method and parameters are inferred (§8.1): GET, POST after 405, and the identity where there is only one. */
function askToken(
  send: Transport,
  [first, ...others]: readonly string[],
  signal: AbortSignal,
): Promise<RealtimeToken> {
  const query = others.length === 0 && first !== undefined ? { identity_id: first } : {};
  const ask = {
    path: '/realtime/token',
    query,
    effect: 'read',
    scope: SCOPE,
    reply: realtimeToken(Date.now),
  } as const;
  return trying(['GET', 'POST'], (method) => send({ ...ask, method }, signal));
}

const topicOf = (identityId: string): Topic => ({
  name: PREFIX + identityId,
  config: {
    broadcast: { ack: false, self: false },
    presence: { enabled: false, key: '' },
    postgres_changes: Object.keys(TABLES).map((table) => ({
      event: '*',
      schema: 'public',
      table,
      filter: `identity_id=eq.${identityId}`,
    })),
    private: false,
  },
});

function isNews(event: RemoteEvent, told: Set<string>): boolean {
  if (event.kind !== 'message' || event.change !== 'new') return true;
  // Told once without its text, it is worth telling again with it.
  const key = `${event.messageId} ${event.message === null}`;
  if (told.has(key) || told.has(`${event.messageId} false`)) return false;
  if (told.size >= REMEMBERED) told.clear();
  told.add(key);
  return true;
}

/** @returns null for what is not of this identity, or not an event that we know */
export function readEvent(
  identityId: string,
  name: string,
  payload: Record<string, unknown>,
): RemoteEvent | null {
  if (name === 'postgres_changes') return readChange(identityId, payload);
  return name === 'broadcast' ? readBroadcast(identityId, payload) : null;
}

const row = v.looseObject({ id: remoteId, identity_id: v.optional(v.string()) });
const change = v.object({
  data: v.object({
    table: v.string(),
    type: v.picklist(['INSERT', 'UPDATE', 'DELETE']),
    record: v.fallback(v.nullish(row, null), null),
    old_record: v.fallback(v.nullish(row, null), null),
  }),
});

function readChange(identityId: string, payload: Record<string, unknown>): RemoteEvent | null {
  const parsed = v.safeParse(change, payload);
  if (!parsed.success) return null;
  const { table, type, record, old_record } = parsed.output.data;
  const channel = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined;
  const found = type === 'DELETE' ? old_record : record;
  if (channel === undefined || found === null) return null;
  if (found.identity_id !== undefined && found.identity_id !== identityId) return null;
  if (type === 'DELETE') return { kind: 'message-gone', identityId, channel, messageId: found.id };
  return messageEvent(identityId, channel, type === 'INSERT' ? 'new' : 'changed', found);
}

function messageEvent(
  identityId: string,
  channel: Channel,
  change: 'new' | 'changed',
  record: v.InferOutput<typeof row>,
): RemoteEvent {
  const parsed = v.safeParse(channel === 'email' ? email('inbound') : sms('inbound'), record);
  // A mail without either body is a summary, or a row that was cut: to be fetched.
  const whole = parsed.success && (parsed.output.body?.text ?? parsed.output.body?.html ?? null) !== null;
  const message = parsed.success && whole ? parsed.output : null;
  return { kind: 'message', identityId, channel, messageId: record.id, change, message };
}

const broadcast = v.object({
  event: v.string(),
  payload: v.object({
    identity_id: v.optional(v.string()),
    data: v.fallback(v.nullish(v.looseObject({}), {}), {}),
  }),
});

const CARD_EVENTS: Readonly<Record<string, 'revealed' | 'declined' | 'updated'>> = {
  'card.revealed': 'revealed',
  'card.declined': 'declined',
  'card.updated': 'updated',
};
const MESSAGE_EVENTS: Readonly<Record<string, Channel>> = {
  'email.received': 'email',
  'email.sent': 'email',
  'sms.received': 'sms',
  'sms.sent': 'sms',
};
const cardData = v.object({ id: v.optional(remoteId), card_id: v.optional(remoteId) });

function readBroadcast(identityId: string, payload: Record<string, unknown>): RemoteEvent | null {
  const parsed = v.safeParse(broadcast, payload);
  if (!parsed.success) return null;
  const { event, payload: facts } = parsed.output;
  if (facts.identity_id !== undefined && facts.identity_id !== identityId) return null;
  if (event === 'identity.deleted') return { kind: 'identity-gone', identityId };
  const cardChange = Object.hasOwn(CARD_EVENTS, event) ? CARD_EVENTS[event] : undefined;
  if (cardChange !== undefined) {
    const card = v.safeParse(cardData, facts.data);
    const cardId = card.success ? (card.output.card_id ?? card.output.id ?? null) : null;
    return { kind: 'card', identityId, cardId, change: cardChange };
  }
  const channel = Object.hasOwn(MESSAGE_EVENTS, event) ? MESSAGE_EVENTS[event] : undefined;
  const record = v.safeParse(row, facts.data);
  return channel === undefined || !record.success
    ? null
    : messageEvent(identityId, channel, 'new', record.output);
}
