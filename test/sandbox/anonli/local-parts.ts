// What stands before the `@` of an alias (contract §1.6): the rule for one of the user's own, and what the service makes up,
// as its page shows or as its server does.
import type { Call } from './call.ts';
import { refuse } from './errors.ts';

const LOCAL_PART = /^[a-z0-9]+(\.[a-z0-9]+)*$/;
/** Length of what the service makes up, whatever the format. */
const RANDOM_LENGTH = 10;
/** As the public page shows it. */
const SHORT_LENGTH = 6;

/** Those of the service's some 240 that the contract names. */
const RESERVED: ReadonlySet<string> = new Set(
  'abuse admin anonymous api billing info mail noreply null postmaster root security support test demo user www'.split(
    ' ',
  ),
);

/** @throws ApiError 400 */
export function checkLocalPart(local: unknown): string {
  if (typeof local !== 'string' || local === '')
    throw refuse('VALIDATION_ERROR', 'Username is required for custom aliases');
  if (!LOCAL_PART.test(local))
    throw refuse(
      'VALIDATION_ERROR',
      'Username can only contain lowercase letters, numbers, and single dots (not at start/end)',
    );
  if (RESERVED.has(local)) throw refuse('VALIDATION_ERROR', 'This username is reserved');
  return local;
}

const WORDS = [
  'amber',
  'brook',
  'cedar',
  'delta',
  'ember',
  'field',
  'grove',
  'hazel',
  'inlet',
  'juniper',
] as const;

/** The server knows one way, whatever is asked for; the page names three. */
export function madeUp({ random, world }: Call, format: unknown): string {
  if (world.state.settings.anonli.made_up === 'server') return random.alnum(RANDOM_LENGTH);
  if (format === 'random_words') return `${random.pick(WORDS)}.${random.pick(WORDS)}.${random.digits(4)}`;
  if (format === 'uuid') return random.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return random.alnum(SHORT_LENGTH);
}
