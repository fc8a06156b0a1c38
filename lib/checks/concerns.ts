// What speaks against a check, by catalogue key: facts, never a verdict. Pure, and apart from reading.ts so that pages that only show
// a reading bring no list of public suffixes along.
import type { Concern } from '../asked.ts';

/** Only facts: `$1` is named in each. */
export const CONCERNS = {
  /** It owns no domain it proved; with an age-only check there is less to lose, and it is not said. */
  'unverified-organization': 'checkConcernUnverified',
  /** `$1` the site they came from, `$2` the verified domains. */
  'came-from-elsewhere': 'checkConcernElsewhere',
  /** Website or policies lie on a domain it did not prove. `$1` that host. */
  'links-off-domain': 'checkConcernLinks',
  'owner-unchecked': 'checkConcernOwner',
  'asks-birth-date': 'checkConcernBirthDate',
  /** Everything a document holds: what comes of asking without saying what for. */
  'asks-everything': 'checkConcernEverything',
  /** No reason was given, the service put a sentence in its place. `$1` how many claims. */
  'no-reasons': 'checkConcernNoReasons',
} as const satisfies Record<Concern, string>;
