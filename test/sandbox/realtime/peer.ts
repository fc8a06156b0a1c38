// One client of the live line: its socket, the topics it joined, and what it is told. Speaks either version of the protocol;
// judges tokens and topics as Supabase does, in its words (contract §8.3, §8.4). Stalls when told to.

import * as v from 'valibot';
import type { WebSocket } from 'ws';
import { mayUse } from '../aliaskit/identities.ts';
import { checkToken, PUBLIC_KEY } from '../aliaskit/realtime-token.ts';
import type { Happening } from '../world/bus.ts';
import type { World } from '../world/world.ts';
import { changePayload, idsFor, JoinPayload, type Subscription, subscribe } from './subscriptions.ts';
import { decode, encode, type Frame, type Version } from './wire.ts';

const PREFIX = 'realtime:identity:';
/** How often a token's end is looked for; sandbox time may jump. */
const LOOK = 100;

interface Channel {
  identityId: string;
  joinRef: string | null;
  subscriptions: Subscription[];
  expiresAt: number;
  ack: boolean;
}

export interface Peer {
  socket: WebSocket;
  channels: Map<string, Channel>;
  /** Frames heard, for tests. */
  heard: { topic: string; event: string }[];
  stalled: boolean;
  hear(happening: Happening): void;
  /** Sends on every joined topic. */
  toAll(event: string, payload: Record<string, unknown>): void;
}

export function createPeer(world: World, socket: WebSocket, version: Version, apiKey: string): Peer {
  let lastId = 0;
  const channels = new Map<string, Channel>();
  const send = (frame: Frame): void => {
    if (!peer.stalled) socket.send(encode(version, frame));
  };
  const reply = (to: Frame, status: 'ok' | 'error', response: object): void =>
    send({ ...to, event: 'phx_reply', payload: { status, response } });
  const tell = (topic: string, event: string, payload: Record<string, unknown>): void =>
    send({ topic, event, payload, ref: null, joinRef: channels.get(topic)?.joinRef ?? null });

  function join(frame: Frame): void {
    const admitted = admit(world, frame, apiKey);
    if ('reason' in admitted) {
      reply(frame, 'error', admitted);
      return;
    }
    const { identityId, expiresAt } = admitted;
    const { broadcast, presence, postgres_changes } = admitted.config;
    const subscriptions = subscribe(postgres_changes ?? [], identityId, () => ++lastId);
    channels.set(frame.topic, {
      identityId,
      joinRef: frame.joinRef ?? frame.ref,
      subscriptions: subscriptions ?? [],
      expiresAt,
      ack: broadcast?.ack ?? false,
    });
    // The request's own values, so that a client finds what it asked for.
    const asked =
      (frame.payload.config as { postgres_changes?: object[] } | undefined)?.postgres_changes ?? [];
    reply(frame, 'ok', {
      postgres_changes: asked.map((one, at) => ({ ...one, id: subscriptions?.[at]?.id ?? 0 })),
    });
    if (presence?.enabled) tell(frame.topic, 'presence_state', {});
    if (asked.length === 0) return;
    const channel = frame.topic.replace(/^realtime:/, '');
    tell(frame.topic, 'system', {
      ...(subscriptions === null
        ? { status: 'error', message: 'Unable to subscribe to changes with given parameters' }
        : { status: 'ok', message: 'Subscribed to PostgreSQL' }),
      extension: 'postgres_changes',
      channel,
    });
  }

  function renew({ topic, payload }: Frame): void {
    const channel = channels.get(topic);
    if (channel === undefined) return;
    const checked = checkToken(world, String(payload.access_token));
    if (checked.ok) channel.expiresAt = checked.expiresAt;
    else end(topic, checked.reason);
  }

  function end(topic: string, message: string): void {
    const channel = topic.replace(/^realtime:/, '');
    tell(topic, 'system', { status: 'error', message, extension: 'system', channel });
    tell(topic, 'phx_close', {});
    channels.delete(topic);
  }

  const HEARD: Readonly<Record<string, (frame: Frame) => void>> = {
    phx_join: join,
    phx_leave(frame) {
      reply(frame, 'ok', {});
      tell(frame.topic, 'phx_close', {});
      channels.delete(frame.topic);
    },
    heartbeat: (frame) => reply(frame, 'ok', {}),
    access_token: renew,
    broadcast(frame) {
      if (channels.get(frame.topic)?.ack) reply(frame, 'ok', {});
    },
  };

  const watch = setInterval(() => {
    for (const [topic, { expiresAt }] of channels)
      if (expiresAt <= world.now()) end(topic, 'Token has expired 0 seconds ago');
  }, LOOK);
  socket.on('close', () => clearInterval(watch));
  socket.on('message', (message: Buffer, binary: boolean) => {
    const frame = decode(version, message, binary);
    if (frame === null) return;
    peer.heard.push({ topic: frame.topic, event: frame.event });
    if (!peer.stalled) HEARD[frame.event]?.(frame);
  });

  const peer: Peer = {
    socket,
    channels,
    heard: [],
    stalled: false,
    hear({ identityId, row, event }) {
      for (const [topic, channel] of channels) {
        if (channel.identityId !== identityId) continue;
        const ids = row === undefined ? [] : idsFor(channel.subscriptions, row);
        if (row !== undefined && ids.length > 0)
          tell(topic, 'postgres_changes', changePayload(ids, row, world.now()));
        if (event !== undefined) tell(topic, 'broadcast', broadcastPayload(world, identityId, event));
      }
    },
    toAll(event, payload) {
      for (const topic of channels.keys()) tell(topic, event, payload);
    },
  };
  return peer;
}

type Config = v.InferOutput<typeof JoinPayload>['config'];

/** Who may listen to a topic; refusals in Supabase's words. Without a token of its own a join shows the socket's key. */
function admit(
  world: World,
  { topic, payload }: Frame,
  apiKey: string,
): { identityId: string; expiresAt: number; config: Config } | { reason: string } {
  const wish = v.safeParse(JoinPayload, payload);
  if (topic === '') return { reason: 'TopicNameRequired: You must provide a topic name' };
  if (!wish.success) return { reason: 'InvalidPayload: The join could not be read' };
  const token = wish.output.access_token ?? apiKey;
  const foreign = {
    reason: `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
  };
  if (token === PUBLIC_KEY) return foreign;
  const checked = checkToken(world, token);
  if (!checked.ok) return { reason: checked.reason };
  const identityId = topic.startsWith(PREFIX) ? topic.slice(PREFIX.length) : '';
  if (!mayUse(world, checked.key, identityId)) return foreign;
  return { identityId, expiresAt: checked.expiresAt, config: wish.output.config };
}

/** §8.4: what stands in a named event. */
function broadcastPayload(
  world: World,
  identityId: string,
  { name, data }: NonNullable<Happening['event']>,
): Record<string, unknown> {
  const created_at = new Date(world.now()).toISOString();
  const payload = { type: name, data, identity_id: identityId, created_at };
  return { type: 'broadcast', event: name, payload };
}
