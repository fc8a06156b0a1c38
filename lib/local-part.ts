// What anon.li takes before the `@` of an address of the user's own choice (contract §1.6), to be said while it is typed.
// Pure; leans on nothing. The server has the last word: it refuses some 240 names, of which only those known are here.

/** The first thing that is wrong with it, in the order in which a person would mend it. */
export type LocalPartTrouble = 'empty' | 'long' | 'upper-case' | 'characters' | 'dots' | 'reserved';

/** Characters, all of them ASCII. */
export const LONGEST_LOCAL_PART = 64;

/** Names of roles and services, refused on every domain. */
const RESERVED: ReadonlySet<string> = new Set([
  'abuse',
  'admin',
  'anonymous',
  'api',
  'billing',
  'demo',
  'info',
  'mail',
  'noreply',
  'null',
  'postmaster',
  'root',
  'security',
  'support',
  'test',
  'user',
  'www',
]);

/** Each rule alone, so that the words can say which one is broken: [trouble, what it looks like]. */
const RULES: readonly (readonly [LocalPartTrouble, (text: string) => boolean])[] = [
  ['empty', (text) => text === ''],
  ['upper-case', (text) => /[A-Z]/.test(text)],
  // No hyphen, underscore or plus, though the service's own command line takes them.
  ['characters', (text) => /[^a-z0-9.]/.test(text)],
  ['dots', (text) => /^\.|\.\.|\.$/.test(text)],
  ['long', (text) => text.length > LONGEST_LOCAL_PART],
  ['reserved', (text) => RESERVED.has(text)],
];

/** @returns null if the service would take it, as far as can be known here. */
export function localPartTrouble(text: string): LocalPartTrouble | null {
  return RULES.find(([, broken]) => broken(text))?.[0] ?? null;
}

/**
 * The nearest local part the service would take: folded to lower case, accents dropped, everything else a single dot.
 * @returns `''` if nothing of it can stay
 */
export function nearestLocalPart(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .slice(0, LONGEST_LOCAL_PART)
    .replace(/^\.|\.$/g, '');
}
