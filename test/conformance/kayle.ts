// Asks the sandbox's Kayle ID what the real server was once asked, with what each exchange needs put in place before it, and lays
// both answers side by side. Leans on a sandbox of its own; what cannot be put in place is listed with the reason.
import { hashOf } from '../sandbox/kayle/house.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type Exchange, readGolden, textAt } from './golden.ts';
import { isPrepared, prepare } from './kayle-before.ts';
import { rename } from './kayle-rows.ts';
import { type Comparing, comparableOf, isSame, type Outcome, type Replayer, type Seen } from './outcome.ts';

const COMPARING: Comparing = {
  same: [
    'vary',
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'access-control-allow-headers',
    'access-control-allow-methods',
  ],
  present: [],
  changing: new Set(),
};

/** Answered by the sandbox, and by nothing that has to be there before. */
const ALWAYS = /^\/(?:$|reference$|v1\/analytics|v1\/nope|nope$)/;
/** A recording that points to another one. */
const ELSEWHERE = /^\(as in \w+\)$/;

export const replayKayle: Replayer = async (golden) => {
  const exchanges = readGolden(golden);
  // What goes out by the clock would change rows between a question and its answer.
  const sandbox = await startSandbox({ seed: 'conformance', rateLimit: null, clockwork: false });
  try {
    const outcome: Outcome = { replayed: 0, equal: 0, different: [], skipped: [] };
    for (const exchange of exchanges) {
      const why = reasonToSkip(exchange, sandbox);
      if (why !== null) outcome.skipped.push({ id: exchange.id, why });
      else count(outcome, exchange, await replay(sandbox, exchange));
    }
    return outcome;
  } finally {
    await sandbox.close();
  }
};

const keyName = ({ headers }: Exchange): string | undefined =>
  /\{\{key:([^}]+)\}\}/.exec(JSON.stringify(headers))?.[1];

function reasonToSkip(exchange: Exchange, { json }: Sandbox): string | null {
  const name = keyName(exchange);
  const { pathname } = new URL(exchange.path, 'http://h');
  if (name !== undefined && !Object.hasOwn(json.kayleKeys, name))
    return 'the file does not say what organisation this key belongs to';
  if (typeof exchange.answer === 'string' && ELSEWHERE.test(exchange.answer))
    return 'its answer is recorded elsewhere';
  if (pathname.startsWith('/v1/verify/') && exchange.status < 300)
    return 'the file does not say what was in the database for a reading without key';
  if (
    exchange.status < 300 &&
    !ALWAYS.test(pathname) &&
    !isPrepared(exchange.method, pathname) &&
    !isBare(exchange)
  )
    return 'not a route of sessions, webhooks, events or analytics';
  return null;
}

/** Needs nothing: a preflight, a HEAD, an endpoint about to be made. */
const isBare = ({ method, path }: Exchange): boolean =>
  method === 'OPTIONS' || method === 'HEAD' || path === '/v1/webhooks/endpoints';

async function replay({ world, json }: Sandbox, exchange: Exchange): Promise<Seen> {
  const { kayle: state } = world.state;
  // Recorded with development values where the id says so (loopback addresses pass).
  state.mode = exchange.id.startsWith('dev.') ? 'development' : 'production';
  const key = json.kayleKeys[keyName(exchange) ?? ''] ?? '';
  prepare({ world, exchange, orgId: state.keys.get(hashOf(key))?.orgId ?? '' });
  const headers = Object.entries(exchange.headers).map(([name, value]): [string, string] => [
    name,
    value.replace(/\{\{key:[^}]+\}\}/g, key),
  ]);
  const response = await fetch(json.kayle + exchange.path, {
    method: exchange.method,
    headers,
    // Text in place of bytes would bring a content type of its own.
    ...(exchange.body === undefined ? {} : { body: new TextEncoder().encode(exchange.body) }),
  });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(text) : text;
  adopt(world.state.kayle, exchange, body);
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** What was made goes by its recorded name from now on. */
function adopt(state: Sandbox['world']['state']['kayle'], { answer }: Exchange, ours: unknown): void {
  for (const path of [['data'], ['data', 'endpoint']]) {
    const [made, recorded] = [textAt(ours, ...path, 'id'), textAt(answer, ...path, 'id')];
    if (made === '' || recorded === '') continue;
    rename(state.sessions, made, recorded);
    rename(state.endpoints, made, recorded);
    rename(state.keyMaterial, made, recorded);
  }
}

function count(outcome: Outcome, exchange: Exchange, seen: Seen): void {
  outcome.replayed += 1;
  const theirs: Seen = { status: exchange.status, headers: exchange.answerHeaders, body: exchange.answer };
  const [recorded, came] = [comparableOf(theirs, COMPARING), comparableOf(seen, COMPARING)];
  if (isSame(recorded, came)) outcome.equal += 1;
  else outcome.different.push({ id: exchange.id, recorded, came });
}
