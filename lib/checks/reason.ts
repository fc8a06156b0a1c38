// Whether a stated reason says anything. Pure, and deliberately mild: a warning a person may overrule. Knows the empty words of
// English; in other languages it judges by length and by whether anything but the claim's own name is said.
import { describeClaim } from './claims.ts';

/** Words that say that something is asked, not why. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an and any are as be because by check checking checks claim compliance confirm data details do document field for
  given have i id identification identity in info information is it kyc legal me mandatory my necessary need needed needs no
  of on our please policy process purpose purposes reason reasons regulation regulations require required requirement
  requirements requires security share sharing something stuff test testing that the them this to us validate validation
  verification verify verifying we with you your yes`.split(/\s+/),
);

/** Fewer letters cannot say why, in any alphabet that spells. */
const FEWEST_LETTERS = 8;

/** Scripts in which a few signs are a sentence. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const FEWEST_DENSE = 4;

/**
 * @param claim what it is for: its own name is no reason for it
 * @returns true for what is too short, made of empty words only, or one sign over and over
 */
export function isVague(reason: string, claim: string): boolean {
  const letters = reason.match(/\p{L}/gu) ?? [];
  if (letters.length < (DENSE.test(reason) ? FEWEST_DENSE : FEWEST_LETTERS)) return true;
  if (new Set(letters.map((letter) => letter.toLowerCase())).size < 3) return true;
  const own = describeClaim(claim).kind === 'unknown' ? [] : claim.split('_');
  const words = reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => EMPTY.has(word) || own.includes(word));
}
