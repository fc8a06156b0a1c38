// Card numbers (ISO/IEC 7812-1): their digits out of what was typed, the check digit, how they are grouped for reading. Pure.
// Says nothing of whether a card exists.
import { brandOf } from './brand.ts';

/** Blanks and dashes of any kind between digits are how people and pages write numbers; nothing else is. */
const SEPARATORS = /[\s\p{Pd}.]/gu;

/**
 * @param text as typed or pasted; digits of other scripts' full-width forms count
 * @returns 12 to 19 digits whose check digit is right, or null
 */
export function cardNumber(text: string): string | null {
  const digits = text.normalize('NFKC').replace(SEPARATORS, '');
  return /^\d{12,19}$/.test(digits) && passesCheck(digits) ? digits : null;
}

/** The check digit of ISO/IEC 7812-1 annex B (Luhn): from the right, every second digit counts double, its digits summed. */
export function passesCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** @returns the digits in the groups that are printed on cards of its brand; also of a number that is still being typed */
export function groupDigits(digits: string): string {
  const groups: string[] = [];
  let at = 0;
  for (const length of brandOf(digits)?.groups ?? []) {
    if (at >= digits.length) break;
    groups.push(digits.slice(at, at + length));
    at += length;
  }
  for (; at < digits.length; at += 4) groups.push(digits.slice(at, at + 4));
  return groups.join(' ');
}

export const lastFour = (digits: string): string => digits.slice(-4);
