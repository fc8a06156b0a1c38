// Words for opened and closed answers: what a signature proves, why a text stays closed, and how a claim's value reads. Pure;
// catalogue keys in total tables. An age claim is a yes or a no to a threshold, and a no is an answer like any other.
import type { SealedTrouble, SignatureVerdict } from '../sealed-answer.ts';
import { ageOf } from './claims.ts';

export const SIGNATURES = {
  fresh: { words: 'checkSignatureFresh', proven: true },
  old: { words: 'checkSignatureOld', proven: true },
  ahead: { words: 'checkSignatureAhead', proven: true },
  former: { words: 'checkSignatureFormer', proven: false },
  absent: { words: 'checkSignatureAbsent', proven: false },
  unchecked: { words: 'checkSignatureUnchecked', proven: false },
  wrong: { words: 'checkSignatureWrong', proven: false },
  malformed: { words: 'checkSignatureMalformed', proven: false },
} as const satisfies Record<SignatureVerdict['kind'], { words: string; proven: boolean }>;

export const SEALED_TROUBLES = {
  'too-large': 'checkSealedTooLarge',
  malformed: 'checkSealedMalformed',
  unsupported: 'checkSealedUnsupported',
  forged: 'checkSealedForged',
  'no-key': 'checkSealedNoKey',
  'wrong-key': 'checkSealedWrongKey',
  damaged: 'checkSealedDamaged',
  'not-an-answer': 'checkSealedNotAnAnswer',
} as const satisfies Record<SealedTrouble, string>;

/** How a value reads: a catalogue key with what fills it, or a text of the document to be shown as it is. */
export type ShownValue =
  | { kind: 'words'; words: 'checkValueAgeYes' | 'checkValueAgeNo'; subs: readonly [string] }
  | { kind: 'words'; words: 'checkValueYes' | 'checkValueNo' | 'checkValueNone'; subs: readonly [] }
  | { kind: 'text'; text: string };

export function shownValue(claim: string, value: string | boolean | null): ShownValue {
  if (value === null || value === '') return { kind: 'words', words: 'checkValueNone', subs: [] };
  if (typeof value === 'string') return { kind: 'text', text: value };
  const years = ageOf(claim);
  if (years === null) return { kind: 'words', words: value ? 'checkValueYes' : 'checkValueNo', subs: [] };
  return { kind: 'words', words: value ? 'checkValueAgeYes' : 'checkValueAgeNo', subs: [String(years)] };
}
