// The live line as a WebSocket server beside HTTP, in Supabase's protocol, with troubles on order: sockets cut, silent, flooded,
// fed nonsense, or refused. Leans on ws; judges nothing itself (peer.ts does). Listens to the world's bus.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import { checkToken, PUBLIC_KEY } from '../aliaskit/realtime-token.ts';
import type { World } from '../world/world.ts';
import { createPeer, type Peer } from './peer.ts';
import type { Version } from './wire.ts';

/** Hosted projects have the first path, the server by itself the second. */
const PATHS: readonly string[] = ['/realtime/v1/websocket', '/socket/websocket'];

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What may be done to the clients that are there now, or to those to come. */
export const TroubleSchema = v.variant('kind', [
  /** Cuts every connection. */
  v.object({ kind: v.literal('drop') }),
  /** Hears and says nothing any more, until `resume`. */
  v.object({ kind: v.literal('stall') }),
  v.object({ kind: v.literal('resume') }),
  /** So many frames at once, of a joined topic. */
  v.object({ kind: v.literal('flood'), frames: v.optional(count, 5000) }),
  /** These broadcasts, on every joined topic. */
  v.object({ kind: v.literal('broadcast'), frames: v.array(v.record(v.string(), v.unknown())) }),
  /** Texts and bytes that are no frames. */
  v.object({ kind: v.literal('malformed') }),
  /** One text of so many bytes. */
  v.object({ kind: v.literal('huge'), bytes: v.optional(count, 3_000_000) }),
  /** Ends every topic, with `phx_error` or `phx_close`. */
  v.object({
    kind: v.literal('end'),
    event: v.optional(v.picklist(['phx_error', 'phx_close']), 'phx_error'),
  }),
  /** The next so many connections get this status instead of a socket. */
  v.object({ kind: v.literal('refuse'), times: v.optional(count, 1), status: v.optional(count, 503) }),
]);
type Trouble = v.InferOutput<typeof TroubleSchema>;

export interface RealtimeControls {
  trouble(trouble: Trouble): void;
  view(): { topics: string[]; heard: { topic: string; event: string }[]; stalled: boolean }[];
}

export interface Realtime {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  controls: RealtimeControls;
  close(): void;
}

const NONSENSE: readonly (string | Buffer)[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"topic":7}',
  '{"topic":"realtime:identity:x","event":"postgres_changes","payload":[]}',
  `${'['.repeat(100_000)}`,
  Buffer.from([4, 255, 255, 255, 1, 0]),
];

export function startRealtime(world: World): Realtime {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const peers = new Set<Peer>();
  let refusals = { times: 0, status: 503 };
  const deafen = world.bus.listen((happening) => {
    for (const peer of peers) peer.hear(happening);
  });

  const TROUBLES: { [K in Trouble['kind']]: (peer: Peer, trouble: Extract<Trouble, { kind: K }>) => void } = {
    drop: ({ socket }) => socket.terminate(),
    stall: (peer) => {
      peer.stalled = true;
    },
    resume: (peer) => {
      peer.stalled = false;
    },
    flood(peer, { frames }) {
      for (let at = 0; at < frames; at += 1)
        peer.toAll('broadcast', { type: 'broadcast', event: 'noise', payload: { at } });
    },
    broadcast(peer, { frames }) {
      for (const one of frames) peer.toAll('broadcast', one);
    },
    malformed({ socket }) {
      for (const one of NONSENSE) socket.send(one);
    },
    huge: ({ socket }, { bytes }) => socket.send(JSON.stringify('x'.repeat(bytes))),
    end: (peer, { event }) => peer.toAll(event, {}),
    refuse: () => undefined,
  };

  return {
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      const refuse = (status: number, why: string): void => {
        socket.end(`HTTP/1.1 ${status} ${why}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      };
      if (!PATHS.includes(url.pathname)) return refuse(404, 'Not Found');
      if (refusals.times > 0) {
        refusals.times -= 1;
        return refuse(refusals.status, 'Refused');
      }
      const apiKey = url.searchParams.get('apikey') ?? '';
      if (apiKey !== PUBLIC_KEY && !checkToken(world, apiKey).ok) return refuse(401, 'Unauthorized');
      const asked = url.searchParams.get('vsn') ?? '1.0.0';
      if (asked !== '1.0.0' && asked !== '2.0.0') return refuse(400, 'Bad Request');
      const version: Version = asked;
      server.handleUpgrade(request, socket, head, (client) => {
        const peer = createPeer(world, client, version, apiKey);
        peers.add(peer);
        client.on('close', () => peers.delete(peer));
        // A client that breaks the protocol is its own affair; without a listener it would end the process.
        client.on('error', () => client.terminate());
      });
      return undefined;
    },
    controls: {
      trouble(trouble) {
        if (trouble.kind === 'refuse') refusals = { times: trouble.times, status: trouble.status };
        // The cast ties a kind to its own row: TypeScript does not follow that through an index.
        const act = TROUBLES[trouble.kind] as (peer: Peer, trouble: Trouble) => void;
        for (const peer of peers) act(peer, trouble);
      },
      view: () =>
        [...peers].map(({ channels, heard, stalled }) => ({ topics: [...channels.keys()], heard, stalled })),
    },
    close() {
      deafen();
      for (const { socket } of peers) socket.terminate();
      server.close();
    },
  };
}
