// Domains of anon.li (contract §1.7): listed, added, looked up, given signing keys, deleted with every alias at them. What
// their DNS says is set by tests; nothing is resolved. A name that exists answers 500, as the service does.
import { newId } from './accounts.ts';
import { OWN_DOMAIN } from './alias-create.ts';
import { dropAlias } from './alias-rows.ts';
import { jsonOf, matches, readStrict, text } from './body.ts';
import { type Call, created, deleted, ok, type Reply, whole } from './call.ts';
import { DKIM_SELECTOR, dkimRecord, domainNamed, newDomain } from './domain-rows.ts';
import { ApiError, refuse } from './errors.ts';
import { ALLOWANCES } from './plans.ts';
import type { DomainRow } from './rows.ts';
import { domainShape, domainWithRecords } from './shapes.ts';

const domainsOf = ({ state, who }: Call): DomainRow[] =>
  [...state.domains.values()].filter((row) => row.owner === who.owner);

function domainOf(call: Call): DomainRow {
  const row = domainsOf(call).find(({ id }) => id === call.id);
  if (row === undefined) throw new ApiError({ code: 'NOT_FOUND', message: 'Domain not found', routed: true });
  return row;
}

/** The newest first; no pages. */
export const listDomains = (call: Call): Reply => whole(domainsOf(call).reverse().map(domainShape));

export const getDomain = (call: Call): Reply => ok(domainWithRecords(domainOf(call)));

const WISH = { domain: text(253, matches(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'Invalid domain format')) };

export function createDomain(call: Call): Reply {
  const value = jsonOf(call.text);
  const known =
    typeof value === 'object' && value !== null ? { domain: Reflect.get(value, 'domain') } : value;
  const name = String(readStrict(known, WISH).domain);
  const { state, who, world, random } = call;
  if (name === OWN_DOMAIN) throw refuse('VALIDATION_ERROR', 'This domain cannot be added');
  const limit = ALLOWANCES[who.user.tier].domains;
  if (domainsOf(call).length >= limit)
    throw refuse('FORBIDDEN', `Custom domain limit reached (${limit}). Upgrade to add more.`);
  if (domainNamed(state, name) !== undefined)
    throw new ApiError({ code: 'INTERNAL_ERROR', message: 'Internal server error' });
  const row = newDomain(newId(random), who.owner, name, random.hex(48), world.now());
  state.domains.set(row.id, row);
  return created(domainShape(row));
}

export function verifyDomain(call: Call): Reply {
  const row = domainOf(call);
  row.checks = { ...row.published, dkim: row.published.dkim && row.dkimKey !== null };
  const { verified, ownership_verified, mx_verified, spf_verified, dkim_verified } = domainShape(row);
  const dns_verified = row.checks.mx && row.checks.spf;
  return ok({ verified, ownership_verified, mx_verified, spf_verified, dkim_verified, dns_verified });
}

/** The old record is wrong from now on. */
export function renewDkim(call: Call): Reply {
  const row = domainOf(call);
  const key = Buffer.from(call.random.bytes(162)).toString('base64');
  row.dkimKey = `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----\n`;
  row.published.dkim = false;
  row.checks.dkim = false;
  const dkim_record = dkimRecord(row.dkimKey);
  return ok({ id: row.id, domain: row.domain, dkim_selector: DKIM_SELECTOR, dkim_record });
}

export function deleteDomain(call: Call): Reply {
  const { state } = call;
  const { id, domain } = domainOf(call);
  for (const alias of [...state.aliases.values()])
    if (alias.email.endsWith(`@${domain}`)) dropAlias(state, alias.id);
  state.domains.delete(id);
  return deleted;
}
