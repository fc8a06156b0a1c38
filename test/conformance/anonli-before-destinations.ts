// Recipients and domains as one recorded exchange needs them. Leans on anonli-rows.ts; what the answer shows is put in place
// under the recorded ids, and what it says is missing is taken away.
import { dropAlias } from '../sandbox/anonli/alias-rows.ts';
import { ALLOWANCES } from '../sandbox/anonli/plans.ts';
import type { DomainRow, RecipientRow } from '../sandbox/anonli/rows.ts';
import { putDomain, putOtherDefault, putRecipient } from './anonli-rows.ts';
import type { Scene } from './anonli-scene.ts';
import { jsonBody, memberOf, textAt } from './golden.ts';

const messageOf = ({ exchange }: Scene): string => textAt(exchange.answer, 'error', 'message');

/** A member of the answer, where it is a text that says something. */
const told = <Name extends string>(shown: unknown, name: Name): Partial<Record<Name, string>> => {
  const value = textAt(shown, name);
  return value === '' ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
};

function mine<Row extends { owner: string }>(rows: Map<string, Row>, { account }: Scene): Row[] {
  return [...rows.values()].filter(({ owner }) => owner === account.owner);
}

export function prepareRecipient(scene: Scene): void {
  if (scene.name !== '') prepareOneRecipient(scene);
  else if (scene.exchange.method === 'POST') prepareNewRecipient(scene);
  else prepareRecipientList(scene);
}

function shownRecipient(shown: unknown): Partial<RecipientRow> {
  const fingerprint = textAt(shown, 'pgp_fingerprint');
  const name = textAt(shown, 'pgp_key_name');
  return {
    ...told(shown, 'id'),
    ...told(shown, 'email'),
    verified: memberOf(shown, 'verified') === true,
    isDefault: memberOf(shown, 'is_default') === true,
    pgp: fingerprint === '' ? null : { fingerprint, name: name === '' ? null : name },
  };
}

function prepareRecipientList(scene: Scene): void {
  const { recipients } = scene.world.state.anonli;
  const data = memberOf(scene.exchange.answer, 'data');
  if (!Array.isArray(data)) return;
  const shown = new Set(data.map((one) => textAt(one, 'email')));
  for (const row of mine(recipients, scene)) if (!shown.has(row.email)) recipients.delete(row.id);
  for (const one of data) putRecipient(scene.world.state.anonli, scene.account.owner, shownRecipient(one));
}

/** There already, too many, or room for it. */
function prepareNewRecipient(scene: Scene): void {
  const { exchange, account, world } = scene;
  const state = world.state.anonli;
  const email = textAt(jsonBody(exchange), 'email').toLowerCase();
  const limit = ALLOWANCES[account.user.tier].recipients;
  if (exchange.status === 409) putRecipient(state, account.owner, { email });
  if (/limit/i.test(messageOf(scene)))
    while (mine(state.recipients, scene).length < limit) putRecipient(state, account.owner, {});
  if (exchange.status !== 201) return;
  for (const row of mine(state.recipients, scene)) {
    const inTheWay = !row.isDefault && mine(state.recipients, scene).length >= limit;
    if (row.email === email || inTheWay) state.recipients.delete(row.id);
  }
}

function prepareOneRecipient(scene: Scene): void {
  const { world, exchange, account, name, action } = scene;
  const state = world.state.anonli;
  const { owner } = account;
  const { answer, method, status } = exchange;
  const message = messageOf(scene);
  const found = state.recipients.get(name);
  if (status === 404) {
    if (found?.owner === owner) state.recipients.delete(name);
    return;
  }
  const row = putRecipient(state, owner, {
    ...(found?.owner === owner ? found : {}),
    ...(status === 200 && method === 'GET' ? shownRecipient(memberOf(answer, 'data')) : {}),
    id: name,
  });
  if (/unverified/i.test(message)) Object.assign(row, { verified: false, isDefault: false });
  else if (action === 'verify') row.verified = /already/i.test(message);
  else if (method === 'PATCH') row.verified = true;
  if (method === 'DELETE' && action === '') prepareRemoval(scene, row);
}

/** Neither the default nor foremost of any alias, unless that is what is in the way. */
function prepareRemoval(scene: Scene, row: RecipientRow): void {
  const state = scene.world.state.anonli;
  const { owner } = scene.account;
  if (/default/i.test(messageOf(scene)))
    putRecipient(state, owner, { ...row, verified: true, isDefault: true });
  if (scene.exchange.status !== 200) return;
  if (row.isDefault) putOtherDefault(state, owner, row.id);
  for (const alias of [...state.aliases.values()])
    if (alias.recipientIds[0] === row.id) dropAlias(state, alias.id);
}

export function prepareDomain(scene: Scene): void {
  if (scene.name !== '') prepareOneDomain(scene);
  else if (scene.exchange.method === 'POST') prepareNewDomain(scene);
  else prepareDomainList(scene);
}

function shownDomain(shown: unknown): Partial<DomainRow> {
  const check = (kind: string): boolean => memberOf(shown, `${kind}_verified`) === true;
  const checks = { ownership: check('ownership'), mx: check('mx'), spf: check('spf'), dkim: check('dkim') };
  const dkimKey = memberOf(shown, 'dkim_public_key');
  const token = textAt(shown, 'verification_token');
  return {
    ...told(shown, 'id'),
    ...told(shown, 'domain'),
    ...(token === '' ? {} : { token }),
    checks,
    published: checks,
    dkimKey: typeof dkimKey === 'string' ? dkimKey : null,
  };
}

function prepareDomainList(scene: Scene): void {
  const { domains } = scene.world.state.anonli;
  const data = memberOf(scene.exchange.answer, 'data');
  if (!Array.isArray(data)) return;
  domains.clear();
  // Lists show the newest first; rows are kept as they were made.
  for (const one of [...data].reverse())
    putDomain(scene.world.state.anonli, scene.account.owner, shownDomain(one));
}

/** Somebody's already, too many, or room for it. */
function prepareNewDomain(scene: Scene): void {
  const { exchange, account, world } = scene;
  const state = world.state.anonli;
  const domain = textAt(jsonBody(exchange), 'domain');
  const limit = ALLOWANCES[account.user.tier].domains;
  if (exchange.status === 500) putDomain(state, `other than ${account.owner}`, { domain });
  if (exchange.status === 403)
    while (mine(state.domains, scene).length < limit) putDomain(state, account.owner, {});
  if (exchange.status !== 201) return;
  for (const row of [...state.domains.values()]) if (row.domain === domain) state.domains.delete(row.id);
  for (const row of mine(state.domains, scene).slice(Math.max(0, limit - 1))) state.domains.delete(row.id);
}

/** Any will do where a look-up found a signing record: only whether there is one counts. */
const SOME_KEY = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';

function prepareOneDomain(scene: Scene): void {
  const { world, exchange, account, name, action } = scene;
  const { domains } = world.state.anonli;
  const { answer, method, status } = exchange;
  if (status === 404 && domains.get(name)?.owner === account.owner) domains.delete(name);
  if (status >= 400) return;
  const shown = shownDomain(memberOf(answer, 'data'));
  const isShown = action === '' && method === 'GET';
  const row = putDomain(world.state.anonli, account.owner, { ...(isShown ? shown : {}), id: name });
  if (action !== 'verify' || shown.published === undefined) return;
  row.published = shown.published;
  if (shown.published.dkim) row.dkimKey ??= SOME_KEY;
}
