// Aliases as one recorded exchange needs them: there or not, labelled or not, room for another or none. Leans on anonli-rows.ts.
import { aliasesBy, dropAlias } from '../sandbox/anonli/alias-rows.ts';
import { ALLOWANCES, countAliases } from '../sandbox/anonli/plans.ts';
import type { AliasRow } from '../sandbox/anonli/rows.ts';
import { aliasNamed, fillAlias, holdAliases, putDomain, putRecipient } from './anonli-rows.ts';
import type { Scene } from './anonli-scene.ts';
import { jsonBody, memberOf, textAt } from './golden.ts';

const OWN_DOMAIN = 'anon.li';
/** A recording of a heavy account is not worth more rows than this. */
const MOST = 1000;

const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** As the answer shows it, but for what the request itself sets. */
function asShown(row: AliasRow, shown: unknown, setting: unknown): void {
  const isSet = (name: string): boolean => memberOf(setting, name) !== undefined;
  if (!isSet('active')) row.active = memberOf(shown, 'active') !== false;
  if (!isSet('encrypted_label')) row.encryptedLabel = orNull(memberOf(shown, 'encrypted_label'));
  if (!isSet('encrypted_note')) row.encryptedNote = orNull(memberOf(shown, 'encrypted_note'));
}

export function prepareList({ world, exchange, account: { owner } }: Scene): void {
  const data = memberOf(exchange.answer, 'data');
  if (!Array.isArray(data)) return;
  const state = world.state.anonli;
  const total = memberOf(exchange.answer, 'meta', 'total');
  const wanted = Math.min(MOST, typeof total === 'number' ? total : data.length);
  const held = aliasesBy(state, owner);
  if (wanted === 0) for (const { id } of held) dropAlias(state, id);
  for (let more = held.length; more < wanted; more += 1) fillAlias(state, owner, {});
  const offset = memberOf(exchange.answer, 'meta', 'offset');
  const first = aliasesBy(state, owner)[typeof offset === 'number' ? offset : 0];
  if (first !== undefined && data.length > 0) asShown(first, data[0], undefined);
}

export function prepareOne({ world, exchange, account: { owner }, name }: Scene): void {
  const state = world.state.anonli;
  const { answer, status } = exchange;
  const found = aliasNamed(state, name);
  if (status === 404 && /alias/i.test(textAt(answer, 'error', 'message'))) {
    if (found?.owner === owner) dropAlias(state, found.id);
    return;
  }
  if (status === 429) return;
  if (found !== undefined && found.owner !== owner) dropAlias(state, found.id);
  const email = textAt(answer, 'data', 'email') || (name.includes('@') ? name : '');
  const id = name.includes('@') ? textAt(answer, 'data', 'id') : name;
  const row =
    found?.owner === owner
      ? found
      : fillAlias(state, owner, { ...(id === '' ? {} : { id }), ...(email === '' ? {} : { email }) });
  const body = jsonBody(exchange);
  if (memberOf(answer, 'data', 'id') !== undefined) asShown(row, memberOf(answer, 'data'), body);
  prepareTargets({ world, exchange, owner, body });
}

export function prepareCreation({ world, exchange, account: { owner, user } }: Scene): void {
  const state = world.state.anonli;
  const body = jsonBody(exchange);
  const { answer, status } = exchange;
  const message = textAt(answer, 'error', 'message');
  const custom = textAt(body, 'format') === 'custom';
  const email = `${textAt(body, 'local_part')}@${textAt(body, 'domain') || OWN_DOMAIN}`;
  const taken = aliasNamed(state, status === 201 ? textAt(answer, 'data', 'email') : email);
  user.aliasBan = status === 403 && /disabled/i.test(message);
  if (status === 409 && taken === undefined) fillAlias(state, `other than ${owner}`, { email });
  if (status === 201 && taken !== undefined) dropAlias(state, taken.id);
  prepareRoom({ world, exchange, owner, custom, limit: ALLOWANCES[user.tier][custom ? 'custom' : 'random'] });
  prepareDomainOf({ world, exchange, owner, body });
  prepareTargets({ world, exchange, owner, body });
  const owners = [owner, user.id];
  const defaults = [...state.recipients.values()].filter(
    (row) => row.isDefault && owners.includes(row.owner),
  );
  if (/no valid recipient/i.test(message)) for (const { id } of defaults) state.recipients.delete(id);
  else if (defaults.length === 0) putRecipient(state, user.id, { email: user.email, isDefault: true });
}

type Of = Pick<Scene, 'world' | 'exchange'> & { owner: string };

function prepareRoom({
  world,
  exchange,
  owner,
  custom,
  limit,
}: Of & { custom: boolean; limit: number }): void {
  const state = world.state.anonli;
  const upgrade = memberOf(exchange.answer, 'error', 'details', 'upgrade');
  const held = memberOf(upgrade, 'currentValue');
  if (/^alias_(?:random|custom)$/.test(textAt(upgrade, 'scope')) && typeof held === 'number')
    holdAliases(state, owner, custom, held);
  else if (limit !== -1 && countAliases(state, owner, custom) >= limit)
    holdAliases(state, owner, custom, limit - 1);
}

function prepareDomainOf({ world, exchange, owner, body }: Of & { body: unknown }): void {
  const domain = textAt(body, 'domain');
  if (domain === '' || domain === OWN_DOMAIN) return;
  const state = world.state.anonli;
  const message = textAt(exchange.answer, 'error', 'message');
  if (/not associated/i.test(message)) {
    for (const row of [...state.domains.values()]) if (row.domain === domain) state.domains.delete(row.id);
  } else if (/^[a-z0-9.-]+$/.test(domain) && exchange.status !== 400)
    putDomain(state, owner, { domain, verified: true });
  else if (/domain not verified/i.test(message)) putDomain(state, owner, { domain, verified: false });
}

/** Recipients that a request names are there and verified, unless the server said what was wrong with one. */
function prepareTargets({ world, exchange, owner, body }: Of & { body: unknown }): void {
  const state = world.state.anonli;
  const message = textAt(exchange.answer, 'error', 'message');
  const ids = memberOf(body, 'recipient_ids');
  const named = [
    ...(Array.isArray(ids) ? ids.map((id) => ({ id: String(id) })) : []),
    ...(textAt(body, 'recipient_id') === '' ? [] : [{ id: textAt(body, 'recipient_id') }]),
    ...(textAt(body, 'recipient_email') === '' ? [] : [{ email: textAt(body, 'recipient_email') }]),
  ];
  const missing = /recipient not found/i.test(message);
  const unverified = /not verified/i.test(message) && !/domain/i.test(message);
  const address = /^Recipient (\S+@\S+) is not verified/.exec(message)?.[1];
  if (exchange.status >= 400 && !missing && !unverified && exchange.status !== 500) return;
  for (const wish of named) {
    if (missing && (message.includes(': ') ? 'id' in wish && message.endsWith(wish.id) : true)) {
      for (const row of [...state.recipients.values()])
        if (('id' in wish ? row.id === wish.id : row.email === wish.email) && row.owner === owner)
          state.recipients.delete(row.id);
    } else
      putRecipient(state, owner, {
        ...wish,
        ...(address === undefined ? {} : { email: address }),
        verified: !unverified,
      });
  }
}
