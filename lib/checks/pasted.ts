// Finds sealed answers in what a person pastes or drops, or what their receiver gives: a bare JWE, a request as it was logged
// (headers, then body), or JSON with both somewhere in it. Pure; believes nothing, opens nothing, and reads a megabyte at most.
import type { SealedAnswer } from '../sealed-answer.ts';

export interface FoundAnswer extends SealedAnswer {
  /** `X-Kayle-Delivery-Id`; null where it was not kept. */
  deliveryId: string | null;
}

/** Characters; a sealed answer has about a thousand. */
export const MOST_CHARACTERS = 1024 * 1024;
const MOST_FOUND = 200;
const MOST_DEPTH = 8;

/** Five segments, the last four of some length; a wrapped key of 2048 bits has 342 characters. */
const JWE = /eyJ[\w-]{10,2000}\.[\w-]{300,1400}\.[\w-]{16}\.[\w-]*\.[\w-]{22}(?![\w-])/g;
const SIGNATURE =
  /x-kayle-signature["']?\s{0,40}[:=]\s{0,40}\[?\s{0,40}["']?(t=\d{1,12},\s{0,8}v1=[0-9a-f]{64})/i;
const DELIVERY = /x-kayle-delivery-id["']?\s{0,40}[:=]\s{0,40}\[?\s{0,40}["']?(whd_\w+)/i;
/** Blanks before what may be the rest of a broken line: a line of nothing but what such a text is made of. */
const BEFORE_REST = /(?<!\s)\s+(?=[\w.-]+\s*(?:$|[\r\n]))/g;
const BARE_SIGNATURE = /\bt=\d{1,12},\s*v1=[0-9a-f]{64}\b/i;

/** @returns what was found, in the order it stood; empty for a text without any, and for one that is too long */
export function findSealedAnswers(text: string): FoundAnswer[] {
  if (text.length > MOST_CHARACTERS) return [];
  const value = jsonOrUndefined(text);
  const found = typeof value === 'object' && value !== null ? inJson(value, 0) : inText(text);
  const once = new Map(found.map((one) => [one.jwe, one]));
  return [...once.values()].slice(0, MOST_FOUND);
}

/** Each sealed text with the headers that stand between it and the one before, or, for a single one, anywhere. */
function inText(text: string): FoundAnswer[] {
  // Mail programs and terminals break long lines; the form itself has no blanks, and its first line begins with `eyJ`.
  const whole =
    [...text.matchAll(JWE)].length > 0
      ? text
      : text.replace(BEFORE_REST, (blanks, at: number) =>
          /[\r\n]/.test(blanks) && !text.startsWith('eyJ', at + blanks.length) ? '' : blanks,
        );
  const matches = [...whole.matchAll(JWE)];
  return matches.map((match, at) => {
    const from = at === 0 ? 0 : (matches[at - 1]?.index ?? 0) + (matches[at - 1]?.[0].length ?? 0);
    const around = matches.length === 1 ? whole : whole.slice(from, match.index);
    return sealed(match[0], around);
  });
}

function sealed(jwe: string, around: string): FoundAnswer {
  const signature = SIGNATURE.exec(around)?.[1] ?? BARE_SIGNATURE.exec(around)?.[0] ?? null;
  return { jwe, signature, deliveryId: DELIVERY.exec(around)?.[1] ?? null };
}

/** A list of deliveries, or one: an object that holds the text anywhere below it belongs to that text, headers and all. */
function inJson(value: object, depth: number): FoundAnswer[] {
  if (depth > MOST_DEPTH) return [];
  const members = Object.values(value);
  const own = members.flatMap((member) => (typeof member === 'string' ? [...member.matchAll(JWE)] : []));
  const [only] = own;
  if (own.length === 1 && only !== undefined) return [sealed(only[0], JSON.stringify(value))];
  if (own.length > 1) return own.map(([jwe]) => ({ jwe, signature: null, deliveryId: null }));
  return members.flatMap((member: unknown) =>
    typeof member === 'object' && member !== null ? inJson(member, depth + 1) : [],
  );
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Besides SyntaxError, absurd nesting may exhaust the stack: plain text either way.
    return undefined;
  }
}
