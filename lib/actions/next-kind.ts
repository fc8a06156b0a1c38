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
    const nearest = refused.map((address) => ORDER.indexOf(nearness(source, address)));
    return Math.max(0, ...nearest);
  };
  return [...sources].sort((a, b) => rank(a) - rank(b));
}

function nearness(source: NewAddressSource, { accountId, email }: Address): Nearness {
  if (source.accountId === accountId) return source.format === undefined ? 'same' : 'other-shape';
  const domain = source.preview ? domainOf(source.preview) : source.domain;
  return domain !== null && domain === domainOf(email) ? 'other-account' : 'other-domain';
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
