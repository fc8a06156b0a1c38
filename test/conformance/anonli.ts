// Asks the sandbox's anon.li what the real server was once asked, with what each exchange needs put in place before it, and
// lays both answers side by side. Leans on a sandbox of its own; what cannot be put in place is listed with the reason.
import { isServed } from '../sandbox/anonli/routes.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { AS_THE_SERVER } from '../sandbox/world/anonli-manners.ts';
import { type Account, seedAccounts } from './anonli-accounts.ts';
import { prepare } from './anonli-before.ts';
import { rename, renameAlias } from './anonli-rows.ts';
import { type Exchange, readGolden, textAt } from './golden.ts';
import { type Comparing, comparableOf, isSame, type Outcome, type Replayer, type Seen } from './outcome.ts';

const COMPARING: Comparing = {
  same: ['x-ratelimit-limit', 'cache-control', 'allow', 'access-control-allow-origin'],
  present: ['x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'],
  changing: new Set(['request_id', 'retryAfter']),
};
const APP_ORIGIN = 'https://anon.li';
/** Only in browsers and for people who are signed in: neither keys nor this sandbox have a session. */
const SESSION = /\/api\/vault\/(?!bootstrap\b)/;

export const replayAnonli: Replayer = async (golden) => {
  const exchanges = readGolden(golden);
  const sandbox = await startSandbox({ seed: 'conformance', rateLimit: null });
  try {
    // Exchanges come one after the other here; how creations collide is not recorded as an exchange.
    sandbox.world.state.settings.anonli = { ...AS_THE_SERVER, parallel_creates: 'work' };
    const accounts = seedAccounts(sandbox.world);
    const outcome: Outcome = { replayed: 0, equal: 0, different: [], skipped: [] };
    for (const exchange of exchanges) {
      const account = accountOf(exchange, accounts);
      const why = reasonToSkip(exchange, account);
      if (why !== null) outcome.skipped.push({ id: exchange.id, why });
      else count(outcome, exchange, await replay(sandbox, exchange, account ?? null));
    }
    return outcome;
  } finally {
    await sandbox.close();
  }
};

/** @returns null for a request without a key of an account, undefined where nobody is called that */
function accountOf(
  { headers }: Exchange,
  accounts: ReadonlyMap<string, Account>,
): Account | null | undefined {
  const name = /\{\{key:([^}]+)\}\}/.exec(JSON.stringify(headers))?.[1];
  return name === undefined ? null : accounts.get(name);
}

function reasonToSkip(
  { path, headers, status, answer }: Exchange,
  account: Account | null | undefined,
): string | null {
  const { pathname } = new URL(path, 'http://h');
  const isPage = typeof answer === 'string' && /^\s*<(?:!doctype|html)/i.test(answer);
  if (account === undefined) return 'the file does not say what account this key belongs to';
  if ('cookie' in headers || SESSION.test(pathname)) return 'needs a signed-in browser session';
  if (!isServed(pathname) && !isPage) return 'not a route of aliases, recipients, domains, account or vault';
  if (status === 503) return 'no limiter of the sandbox loses its store';
  return null;
}

async function replay({ world, json }: Sandbox, exchange: Exchange, account: Account | null): Promise<Seen> {
  prepare(world, exchange, account);
  const origin = json.anonli.replace(/\/api\/v1$/, '');
  const fill = (text: string): string =>
    text
      .replace(/\{\{key:[^}]+\}\}/g, account?.key ?? '')
      .replaceAll('{{APP_ORIGIN}}', APP_ORIGIN)
      .replaceAll('{{HOST}}', new URL(origin).host);
  const headers = Object.entries(exchange.headers).map(([name, value]): [string, string] => [
    name,
    fill(value),
  ]);
  const response = await fetch(origin + fill(exchange.path), {
    method: exchange.method,
    headers,
    ...(exchange.body === undefined ? {} : { body: fill(exchange.body) }),
  });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(text) : text;
  adopt(world, exchange, body);
  const unfilled = [...response.headers].map(([name, value]) => [
    name,
    value.replaceAll(APP_ORIGIN, '{{APP_ORIGIN}}'),
  ]);
  return { status: response.status, headers: Object.fromEntries(unfilled), body };
}

/** What was made goes by its recorded name from now on. */
function adopt({ state }: Sandbox['world'], { answer, path }: Exchange, ours: unknown): void {
  const made = textAt(ours, 'data', 'id');
  const [id, email] = [textAt(answer, 'data', 'id'), textAt(answer, 'data', 'email')];
  if (made === '' || id === '' || made === id) return;
  if (path.startsWith('/api/v1/alias')) renameAlias(state.anonli, made, { id, email });
  rename(state.anonli.recipients, made, id);
  rename(state.anonli.domains, made, id);
}

function count(outcome: Outcome, exchange: Exchange, seen: Seen): void {
  outcome.replayed += 1;
  const theirs: Seen = { status: exchange.status, headers: exchange.answerHeaders, body: exchange.answer };
  const [recorded, came] = [comparableOf(theirs, COMPARING), comparableOf(seen, COMPARING)];
  if (isSame(recorded, came)) outcome.equal += 1;
  else outcome.different.push({ id: exchange.id, recorded, came });
}
