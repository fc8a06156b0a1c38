// After a site refused an address: which kind to offer next. Leans on the model and requests alone; pure. Nobody knows
// why a site refuses (a plus sign, a known mail service, its own name in the address), so what differs most comes first.
import type { Address } from '../model.ts';
import type { NewAddressSource } from '../requests.ts';

/** How near an offer is to what was refused; the farthest is offered first. */
type Nearness = 'other-domain' | 'other-account' | 'other-shape' | 'same';
const ORDER: readonly Nearness[] = ['other-domain', 'other-account', 'other-shape', 'same'];

/** @returns the sources, the one least like the refused addresses first. */
export function nextSources(
  sources: readonly NewAddressSource[],
  refused: readonly Address[],
): NewAddressSource[] {
  const rank = (source: NewAddressSource) => {
    const nearest = refused.map((address) => ORDER.indexOf(nearness(source, address, sources)));
    return Math.max(0, ...nearest);
  };
  return [...sources].sort((a, b) => rank(a) - rank(b));
}

function nearness(
  source: NewAddressSource,
  { accountId, email }: Address,
  sources: readonly NewAddressSource[],
): Nearness {
  const refused = domainOf(email);
  if (source.accountId === accountId) {
    if (source.otherShape) return 'other-shape';
    return atOther(source, refused, sources) ? 'other-domain' : 'same';
  }
  const domain = source.preview ? domainOf(source.preview) : source.domain;
  return domain !== null && domain === refused ? 'other-account' : 'other-domain';
}

/** Of the same account: an own domain is known by name; the service's is wherever none of the own ones is. */
function atOther(source: NewAddressSource, refused: string, sources: readonly NewAddressSource[]): boolean {
  const own = sources.flatMap(({ accountId, wish }) =>
    accountId === source.accountId && wish?.domain !== undefined ? [wish.domain] : [],
  );
  return source.wish?.domain === undefined ? own.includes(refused) : source.wish.domain !== refused;
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
