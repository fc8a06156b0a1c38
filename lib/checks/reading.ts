// What a person should know before they continue: who asks, whether it is the site they came from, what exactly, and what speaks
// against it. Leans on lib/site.ts (so not for scripts beside a page); judges by facts, never says that somebody can be trusted.
import type { Reading } from '../asked.ts';
import type { AskedCheck, AskedStatus } from '../check.ts';
import { hostOf, siteOf, siteOfHost } from '../site.ts';
import { ageOf, isAgeOnly } from './claims.ts';
import { inReadingOrder } from './draft.ts';

/** What a check without chosen claims asks for. */
const EVERYTHING = 11;

/**
 * @param before URL of the page the person came from, where the browser told it
 * @param now milliseconds since the epoch
 */
export function readAsked(
  asked: AskedCheck,
  status: AskedStatus | null,
  before: string | null,
  now: number,
): Reading {
  const { organization, recourse, expiresAt, sessionId } = asked;
  const keys = asked.claims.map(({ claim }) => claim);
  const ageOnly = isAgeOnly(keys);
  const cameFromSite = before === null ? null : siteOf(before);
  const cameFrom = origin(cameFromSite, organization.verifiedDomains);
  const over = expiresAt !== null && now >= expiresAt;
  const known = status?.status ?? 'created';
  const active = known === 'created' || known === 'in-progress';
  return {
    sessionId,
    organization,
    recourse,
    claims: inReadingOrder(asked.claims),
    ageOnly,
    threshold: keys.map(ageOf).find((years) => years !== null) ?? null,
    cameFrom,
    cameFromSite,
    concerns: [...concernsOf(asked, { ageOnly, cameFrom, cameFromSite })],
    status: over && active ? 'expired' : known,
    ended: over || (status !== null && (status.ended || !(active || known === 'unknown'))),
    openUntil: expiresAt,
  };
}

function origin(site: string | null, domains: readonly string[]): Reading['cameFrom'] {
  if (site === null || domains.length === 0) return 'unknown';
  return domains.some((domain) => siteOfHost(domain) === site) ? 'theirs' : 'elsewhere';
}

type Judged = Pick<Reading, 'ageOnly' | 'cameFrom' | 'cameFromSite'>;

function* concernsOf(
  { claims, organization }: AskedCheck,
  { ageOnly, cameFrom, cameFromSite }: Judged,
): Generator<Reading['concerns'][number]> {
  const { verifiedDomains: domains, ownerChecked } = organization;
  if (domains.length === 0 && !ageOnly) yield { concern: 'unverified-organization', subs: [] };
  if (cameFrom === 'elsewhere')
    yield { concern: 'came-from-elsewhere', subs: [cameFromSite ?? '', domains.join(', ')] };
  const stray = strayHost(organization);
  if (stray !== null) yield { concern: 'links-off-domain', subs: [stray] };
  if (ownerChecked === false && !ageOnly) yield { concern: 'owner-unchecked', subs: [] };
  if (claims.some(({ claim }) => claim === 'date_of_birth')) yield { concern: 'asks-birth-date', subs: [] };
  if (claims.length >= EVERYTHING) yield { concern: 'asks-everything', subs: [] };
  const silent = claims.filter(({ claim, chosen, reason }) => !isOwnId(claim) && (!chosen || reason === ''));
  if (silent.length > 0) yield { concern: 'no-reasons', subs: [String(silent.length)] };
}

/** Ids that the service adds by itself: nobody is to be blamed for their missing reason. */
const isOwnId = (claim: string): boolean => claim.startsWith('kayle_');

/** @returns the host of the first of the organisation's links that lies on no domain it proved; null if there is none, or no domain */
function strayHost({ verifiedDomains, websiteUrl, privacyPolicyUrl, termsUrl }: AskedCheck['organization']) {
  if (verifiedDomains.length === 0) return null;
  const own = new Set(verifiedDomains.map((domain) => siteOfHost(domain)));
  const links = [websiteUrl, privacyPolicyUrl, termsUrl].flatMap((url) => url ?? []);
  const stray = links.find((url) => !own.has(siteOf(url)));
  return stray === undefined ? null : hostOf(stray);
}
