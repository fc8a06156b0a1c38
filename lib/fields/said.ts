// What one text or one name says: the loudest cue of each meaning. Leans on table and words. Two cues side by side may
// mean a third thing: an address "or" a name is what one logs in with, an address "again" its confirmation.
import type { FieldCue, Meaning } from './cues/cue.ts';
import type { Hit } from './match.ts';
import { remember } from './remember.ts';
import { findNamed, findSpoken } from './table.ts';
import { identifierWords, wordsOf } from './words.ts';

export type Said = ReadonlyMap<Meaning, { weight: number; cue: string }>;

/** A label of a dozen words is a sentence: what it mentions it need not ask for. */
const SENTENCE = 12;
const LESS = 0.6;
const SHORT = 8;
/** Words that may stand between two cues that belong together ("confirm your new e-mail"). */
const REACH = 2;

/** Cues in what a person reads. */
export const spoken = remember((text) => {
  const words = wordsOf(withOr(text)).slice(0, 40);
  const hits = join(findSpoken('fields', words));
  // "First", "Last": one word alone is as short as a programmer's.
  if (hits.length === 0 && words.length === 1) return readName(text);
  const short = words.length > SHORT ? hits : hits.map((hit) => shared(hit, hits));
  // "User name or card number": a name all the same.
  const isEither =
    short.some(({ row }) => row.means === 'or') && short.some(({ row }) => row.means === 'username');
  return loudest(
    isEither ? short.filter(({ row }) => !OR_A_NUMBER.has(row.means)) : short,
    words.length > SENTENCE ? LESS : 1,
  );
});

/** Cues in what a programmer wrote. */
export const named = remember((name) => {
  // `loginForm:clientCode`, `user[email]`: the last part is the control's own, those before are what holds it.
  for (const part of name.split(/[:.[\]$]+/).reverse()) {
    const said = part === name ? null : readName(part);
    if (said && said.size > 0) return said;
  }
  return readName(name);
});

function readName(name: string): Said {
  const words = identifierWords(name).slice(0, 30);
  const hits = findNamed(words);
  // `email_confirmation_code`: what a name ends in is what it names, the rest says of what.
  const isCode = hits.some(({ row, end }) => row.means === 'code' && end === words.length);
  const isOf = ({ row }: Hit<FieldCue>): boolean => row.means === 'email' || row.means === 'username';
  if (isCode && hits.some(isOf)) return loudest([...hits.filter((hit) => !isOf(hit)), CODE_OF], 1);
  return loudest(join(hits), 1);
}

/** Cues in running text: what it mentions, not what it asks for. */
export const mentioned = remember((text) =>
  loudest(findSpoken('fields', wordsOf(text).slice(0, MOST_WORDS)), 1),
);
export const MOST_WORDS = 120;

/** "E-mail / username": a stroke between two words is an "or"; one inside "MM/YY" is not. */
function withOr(text: string): string {
  return text.replace(/([a-z]{4}|[^ -~])\s?[/|]\s?(?=[a-z]{4}|[^ -~])/gi, '$1 or ');
}

/** What an address may share its box with. */
const ALSO_A_NAME: ReadonlySet<FieldCue['means']> = new Set(['username', 'phone', 'document', 'reference']);

/** What a user name may share its box with. */
const OR_A_NUMBER: ReadonlySet<FieldCue['means']> = new Set([
  'phone',
  'document',
  'reference',
  'card-number',
]);

/** In a short text an "or" right beside the address is enough: "E-mail or client number". */
function shared(hit: Hit<FieldCue>, hits: readonly Hit<FieldCue>[]): Hit<FieldCue> {
  if (hit.row.means !== 'email') return hit;
  const or = hits.find(
    ({ row, start, end }) => row.means === 'or' && (start === hit.end || end === hit.start),
  );
  return or ? { ...hit, row: EITHER, cue: `${hit.cue} ${or.cue}` } : hit;
}

/** @returns the hits, pairs that mean a third thing replaced by it. */
function join(hits: readonly Hit<FieldCue>[]): Hit<FieldCue>[] {
  const joined: Hit<FieldCue>[] = [];
  const spent = new Set<Hit<FieldCue>>();
  const put = (row: FieldCue, parts: Hit<FieldCue>[]): void => {
    for (const part of parts) spent.add(part);
    const start = Math.min(...parts.map((part) => part.start));
    joined.push({ row, cue: parts.map(({ cue }) => cue).join(' '), start, end: start + 1 });
  };
  for (const email of hits.filter(({ row }) => row.means === 'email')) {
    for (const other of hits) {
      const [first, last] = other.start < email.start ? [other, email] : [email, other];
      const gap = last.start - first.end;
      if (other === email || gap < 0 || gap > REACH + 1) continue;
      const or = hits.find(
        ({ row, start }) => row.means === 'or' && start >= first.end && start < last.start,
      );
      if (other.row.means === 'again' && gap <= REACH && !or) put(CONFIRMS, [first, last]);
      else if (or && ALSO_A_NAME.has(other.row.means)) put(EITHER, [first, or, last]);
    }
  }
  for (const code of hits.filter(({ row }) => row.means === 'code' || row.means === 'password')) {
    const way = hits.find(
      ({ row, start, end }) => row.means === 'way' && gapOf(code, { start, end }) <= REACH,
    );
    if (way) put(SENT, [code, way]);
  }
  return [...hits.filter((hit) => !spent.has(hit)), ...joined];
}

/** Words between two cues; none where they touch or overlap. */
function gapOf(one: { start: number; end: number }, other: { start: number; end: number }): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}

const CODE_OF: Hit<FieldCue> = { row: { means: 'code', weight: 3 }, cue: 'code', start: 0, end: 0 };
const SENT: FieldCue = { means: 'code', weight: 4 };
const CONFIRMS: FieldCue = { means: 'email-confirm', weight: 5 };
const EITHER: FieldCue = { means: 'username', weight: 6 };

function loudest(hits: readonly Hit<FieldCue>[], factor: number): Said {
  const best = new Map<Meaning, { weight: number; cue: string }>();
  for (const { row, cue } of hits) {
    if (row.means === 'or' || row.means === 'again' || row.means === 'way') continue;
    const weight = row.weight * factor;
    if ((best.get(row.means)?.weight ?? 0) < weight) best.set(row.means, { weight, cue });
  }
  return best;
}

/** @returns both, the louder where they say the same. */
export function louder(one: Said, other: Said): Said {
  const best = new Map(one);
  for (const [meaning, cue] of other)
    if ((best.get(meaning)?.weight ?? 0) < cue.weight) best.set(meaning, cue);
  return best;
}
