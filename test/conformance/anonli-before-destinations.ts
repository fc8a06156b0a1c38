// Recipients and domains as one recorded exchange needs them. Leans on anonli-rows.ts; what the answer shows is put in place
// under the recorded ids, and what it says is missing is taken away.
import { dropAlias } from '../sandbox/anonli/alias-rows.ts';
import { ALLOWANCES } from '../sandbox/anonli/plans.ts';
import type { DomainRow, RecipientRow } from '../sandbox/anonli/rows.ts';
import { putDomain, putOtherDefault, putRecipient } from './anonli-rows.ts';
import type { Scene } from './anonli-scene.ts';
import { jsonBody, memberOf, textAt } from './golden.ts';

/** A recipient as a list or an answer shows it. */
function shownRecipient(shown: unknown): Partial<RecipientRow> {
  const fingerprint = textAt(shown, 'pgp_fingerprint');
  const name = textAt(shown, 'pgp_key_name');
  return {
    ...(textAt(shown, 'id') === '' ? {} : { id: textAt(shown, 'id') }),
    ...(textAt(shown, 'email') === '' ? {} : { email: textAt(shown, 'email') }),
    verified: memberOf(shown, 'verified') === true,
    isDefault: memberOf(shown, 'is_default') === true,
    pgp: fingerprint === '' ? null : { fingerprint, name: name === '' ? null : name },
  };
}

export function prepareRecipient(scene: Scene): void {
  const { world, exchange, account, name, action } = scene;
  const { owner, user } = account;
  const state = world.state.anonli;
  const { answer, method, status } = exchange;
  const message = textAt(answer, 'error', 'message');
  const mine = () => [...state.recipients.values()].filter((row) => row.owner === owner);
  if (name === '') {
    const data = memberOf(answer, 'data');
    if (method === 'POST') {
      const email = textAt(jsonBody(exchange), 'email').toLowerCase();
      const found = mine().find((row) => row.email === email);
      if (status === 201 && found !== undefined) state.recipients.delete(found.id);
      if (status === 409) putRecipient(state, owner, { email });
      const limit = ALLOWANCES[user.tier].recipients;
      const room = /limit/i.test(message) ? limit : status === 201 ? limit - 1 : null;
      for (const row of mine().filter((one) => !one.isDefault))
        if (room !== null && mine().length > room) state.recipients.delete(row.id);
      while (/limit/i.test(message) && mine().length < limit) putRecipient(state, owner, {});
    } else if (Array.isArray(data)) {
      const shown = new Set(data.map((one) => textAt(one, 'email')));
      for (const row of mine()) if (!shown.has(row.email)) state.recipients.delete(row.id);
      for (const one of data) putRecipient(state, owner, shownRecipient(one));
    }
    return;
  }
  if (status === 404) {
    if (state.recipients.get(name)?.owner === owner) state.recipients.delete(name);
    return;
  }
  const found = state.recipients.get(name);
  const row = putRecipient(state, owner, { ...(found?.owner === owner ? found : {}), id: name });
  if (status === 200 && method === 'GET')
    putRecipient(state, owner, { ...shownRecipient(memberOf(answer, 'data')), id: name });
  if (/unverified/i.test(message)) Object.assign(row, { verified: false, isDefault: false });
  else if (method === 'PATCH') row.verified = true;
  if (action === 'verify') row.verified = /already/i.test(message);
  if (method !== 'DELETE' || action !== '') return;
  const primary = [...state.aliases.values()].filter((one) => one.recipientIds[0] === name);
  if (/default/i.test(message)) putRecipient(state, owner, { ...row, verified: true, isDefault: true });
  if (status !== 200) return;
  if (row.isDefault) putOtherDefault(state, owner, name);
  for (const { id } of primary) dropAlias(state, id);
}

function shownDomain(shown: unknown): Partial<DomainRow> {
  const check = (kind: string): boolean => memberOf(shown, `${kind}_verified`) === true;
  const checks = { ownership: check('ownership'), mx: check('mx'), spf: check('spf'), dkim: check('dkim') };
  const dkimKey = memberOf(shown, 'dkim_public_key');
  const token = textAt(shown, 'verification_token');
  return {
    ...(textAt(shown, 'id') === '' ? {} : { id: textAt(shown, 'id') }),
    ...(textAt(shown, 'domain') === '' ? {} : { domain: textAt(shown, 'domain') }),
    ...(token === '' ? {} : { token }),
    checks,
    published: checks,
    dkimKey: typeof dkimKey === 'string' ? dkimKey : null,
  };
}

/** Only for who shows a domain's signing record, its key has to be known: any will do for its shape. */
const SOME_KEY = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';

export function prepareDomain({ world, exchange, account, name, action }: Scene): void {
  const { owner, user } = account;
  const state = world.state.anonli;
  const { answer, method, status } = exchange;
  const mine = () => [...state.domains.values()].filter((row) => row.owner === owner);
  const data = memberOf(answer, 'data');
  if (name === '' && method === 'POST') {
    const domain = textAt(jsonBody(exchange), 'domain');
    for (const row of [...state.domains.values()])
      if (row.domain === domain && status === 201) state.domains.delete(row.id);
    if (status === 500) putDomain(state, `other than ${owner}`, { domain });
    const limit = ALLOWANCES[user.tier].domains;
    while (status === 403 && mine().length < limit) putDomain(state, owner, {});
    for (const row of mine()) if (status === 201 && mine().length >= limit) state.domains.delete(row.id);
  } else if (name === '' && Array.isArray(data)) {
    state.domains.clear();
    // Lists show the newest first; rows are kept as they were made.
    for (const one of [...data].reverse()) putDomain(state, owner, shownDomain(one));
  } else if (status === 404) {
    if (state.domains.get(name)?.owner === owner) state.domains.delete(name);
  } else if (status < 400) {
    const row = putDomain(state, owner, {
      ...(action === '' && method === 'GET' ? shownDomain(data) : {}),
      id: name,
    });
    if (action !== 'verify') return;
    const { published } = shownDomain(data);
    if (published?.dkim) row.dkimKey ??= SOME_KEY;
    if (published !== undefined) row.published = published;
  }
}
