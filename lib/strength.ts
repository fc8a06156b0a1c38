// How hard a passphrase is to guess, roughly and pessimistically: length in units that carry surprise. Pure; leans on nothing.
// It is a gate against the worst choices and a meter for screens, not a cracking model: no dictionary but the best-known words.

/** Shorter is refused whatever it holds. */
export const LEAST_LENGTH = 8;
/** Argon2id at 64 MiB leaves a guesser tens of tries a second and core: 2^32 of them is years. */
export const LEAST_BITS = 32;

export interface Strength {
  /** Rough bits of guessing work. */
  bits: number;
  verdict: 'too-short' | 'too-easy' | 'fair' | 'strong';
}

/** Whole-word guesses everybody tries first; one of these counts as a single, small surprise. */
const COMMON = [
  'password',
  'passwort',
  'passphrase',
  'letmein',
  'welcome',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'master',
  'shadow',
  'superman',
  'batman',
  'trustno1',
  'admin',
  'login',
  'secret',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'moniker',
  'hello',
  'starwars',
  'whatever',
  'changeme',
  'default',
  'computer',
  'internet',
];
/** Rows along which fingers walk. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];
const COMMON_BITS = 8;
const STEP_BITS = 1;

/** Ranges of characters and how many a guesser must try once one of them was seen. */
const ALPHABETS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^a-zA-Z0-9]/, 32],
];

/** @returns the estimate; never judged by anything but the text itself, which is not kept. */
export function strengthOf(passphrase: string): Strength {
  const bits = bitsOf(passphrase);
  if ([...passphrase].length < LEAST_LENGTH) return { bits, verdict: 'too-short' };
  if (bits < LEAST_BITS) return { bits, verdict: 'too-easy' };
  return { bits, verdict: bits < 1.75 * LEAST_BITS ? 'fair' : 'strong' };
}

function bitsOf(passphrase: string): number {
  const alphabet = ALPHABETS.reduce((sum, [range, size]) => (range.test(passphrase) ? sum + size : sum), 0);
  const each = Math.log2(Math.max(alphabet, 2));
  let rest = passphrase.toLowerCase();
  let bits = 0;
  for (const word of COMMON) {
    if (!rest.includes(word)) continue;
    bits += COMMON_BITS;
    rest = rest.replaceAll(word, '\n');
  }
  // A line feed marks where a word was taken out, so that its neighbours do not become each other's.
  const chars = [...rest].filter((char) => char !== '\n');
  const seen = new Set<string>();
  chars.forEach((char, at) => {
    const pair = (chars[at - 1] ?? '') + char;
    bits += at > 0 && (walks(pair) || seen.has(pair)) ? STEP_BITS : each;
    seen.add(pair);
  });
  return bits;
}

/** Whether the second character follows from the first: the same, or its neighbour in a row, either way. */
function walks(pair: string): boolean {
  const [first, second] = pair;
  if (first === second) return true;
  const back = `${second ?? ''}${first ?? ''}`;
  return ROWS.some((row) => row.includes(pair) || row.includes(back));
}
