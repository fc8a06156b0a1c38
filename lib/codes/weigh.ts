// How much a candidate looks like the code of its message: a table of cues, each worth points, each with a name that can be
// shown to a person. Leans on the vocabulary. Pure; decides nothing: extract.ts compares the sums.
import type { Candidate, Shape } from './candidates.ts';
import { findWords, foldWords, type WordHit } from './vocabulary.ts';

/** Everything a cue may look at, cut to short pieces around the candidate. */
export interface Surroundings {
  candidate: Candidate;
  /** The same line up to the candidate, folded; when that is short, the line above it as well, parted by a newline. */
  before: string;
  after: string;
  /** Nothing else but punctuation stands on the line. */
  alone: boolean;
  /** Nothing stands before it, and not much after. */
  opens: boolean;
  /** Nothing else stands in the whole message. */
  only: boolean;
  /** The text of a link or button is exactly this. */
  linked: boolean;
  codeBefore: WordHit | null;
  codeAfter: WordHit | null;
  /** A word for another kind of number, nearer to the candidate than any code word. */
  otherBefore: WordHit | null;
  /** A code word stands right before it, with at most a few small words between. */
  leads: boolean;
  /** A word of using or entering stands right before it. */
  used: boolean;
  purpose: boolean;
  /** The subject, or the rest of the message, names a code or its purpose. */
  topic: { code: boolean; purpose: boolean; offer: boolean };
  /** Code of the same value stands in the subject as well. */
  inSubject: boolean;
  /** It stands in a message that this one answers or forwards. */
  quoted: boolean;
}

export interface Cue {
  name: string;
  points: number;
  holds: (s: Surroundings) => boolean;
}

const isYear = (raw: string): boolean => /^(?:19[5-9]\d|20[0-4]\d)$/.test(raw);
const UNIT =
  /^ {0,2}(?:min|mins|minutes?|hours?|days?|std|stunden|tage|minuten|heures?|jours?|horas?|dias?|ore|giorni|uur|dagen|km|kg|gb|mb|points?|people|users|items|mins?)\b/;

/** "Such as", in the languages that most help pages are written in, right before it. */
const EXAMPLE =
  /(?:\be\.? ?g\.?|\b(?:for|an|as an) example|\bexample|\bsuch as|\bz\. ?b\.|\bbeispiel\w*|\bexemple|\bejemplo|\besempio|\bexemplo|\bbijvoorbeeld|\bbijv\.|\bнапример|例えば|例如|比如)[\s:,："'“„«(（]*$/u;

export const CUES: readonly Cue[] = [
  { name: 'a code word leads to it', points: 8, holds: (s) => s.leads },
  { name: 'a code word stands before it', points: 5, holds: (s) => !s.leads && s.codeBefore !== null },
  { name: 'a code word follows it', points: 6, holds: (s) => s.codeAfter !== null },
  { name: 'it is to be used or entered', points: 5, holds: (s) => s.used && !s.leads },
  { name: 'words of its purpose stand near', points: 2, holds: (s) => s.purpose },
  { name: 'alone on its line', points: 3, holds: (s) => s.alone },
  { name: 'the message is nothing else', points: 5, holds: (s) => s.only },
  { name: 'the message speaks of a code', points: 2, holds: (s) => s.topic.code },
  { name: 'the message speaks of signing in or confirming', points: 1, holds: (s) => s.topic.purpose },
  { name: 'the message advertises', points: -7, holds: (s) => s.topic.offer },
  { name: 'it is in the subject too', points: 2, holds: (s) => s.inSubject },
  { name: 'six digits', points: 2, holds: (s) => /^\d{6}$/.test(s.candidate.code) },
  { name: 'usual length', points: 1, holds: (s) => /^[A-Z0-9]{4,8}$/.test(s.candidate.code) },
  { name: 'a sender’s well-known prefix', points: 7, holds: (s) => /^G-\d{6}$/.test(s.candidate.raw) },
  {
    name: 'a prefix such as banks use',
    points: 3,
    holds: (s) => /^[A-FH-Z][A-Z]{0,3}-\d{6}$/.test(s.candidate.raw),
  },
  { name: 'it opens a short message', points: 3, holds: (s) => s.alone && s.opens },
  { name: 'looks like a year', points: -5, holds: (s) => isYear(s.candidate.raw) && !s.leads },
  { name: 'a word for another number stands before it', points: -9, holds: (s) => s.otherBefore !== null },
  { name: 'a unit follows', points: -6, holds: (s) => UNIT.test(s.after) },
  // Drawn by lot, letters and digits mix; a word with a number behind it was made up for people.
  { name: 'a word with a number', points: -4, holds: (s) => /^[A-Z]{4,}\d{2,3}$/.test(s.candidate.raw) },
  { name: 'marked with #', points: -4, holds: (s) => /#\s?$/.test(s.before) && !s.leads },
  { name: 'it is an example', points: -12, holds: (s) => EXAMPLE.test(s.before) },
  { name: 'it stands in an older message', points: -8, holds: (s) => s.quoted },
  { name: 'three digits only', points: -3, holds: (s) => /^\d{3}$/.test(s.candidate.code) },
  { name: 'it is the text of a link', points: -6, holds: (s) => s.linked && !/\d/.test(s.candidate.code) },
];

const MOST_BEFORE = 90;
const MOST_AFTER = 70;

/** What may stand between a code word and the code it leads to: `is`, `:`, quotes, and a few words of any language. */
const LEAD =
  /^[\p{L}\p{M}]{0,12}[\s:：=\-–>»"'“”„«‘’`(（[【{*•,|]*(?:[\p{L}\p{M}']{1,14}[\s:：=\-–>"'“”„«‘’(（[【*]+){0,3}$/u;
const ENDS_SENTENCE = /[.!?。！？]\s|\n\s*\n/;

function leadsTo(gap: string): boolean {
  return gap.length <= 40 && !/[.!?。！？;]\s+\p{L}/u.test(gap) && LEAD.test(gap);
}

function lineAround(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** Last non-blank line above, at most `MOST_BEFORE` characters of it. */
function lineAbove(text: string, lineStart: number): string {
  const above = text.slice(Math.max(0, lineStart - 400), lineStart).trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1).slice(-160);
}

function lineBelow(text: string, lineEnd: number): string {
  const below = text.slice(lineEnd, lineEnd + 300).trimStart();
  const end = below.indexOf('\n');
  return (end < 0 ? below : below.slice(0, end)).slice(0, MOST_AFTER);
}

/** A code word that is not part of a name for something else ("discount code"). */
function nearest(
  code: readonly WordHit[],
  other: readonly WordHit[],
  side: 'last' | 'first',
): WordHit | null {
  const own = code.filter(
    (hit) =>
      !other.some((o) => o.start < hit.end && o.end > hit.start && o.end - o.start >= hit.end - hit.start),
  );
  return (side === 'last' ? own.at(-1) : own[0]) ?? null;
}

/** @param text in plain form. @param topic what subject and message are about. */
export function surround(
  text: string,
  candidate: Candidate,
  topic: Surroundings['topic'],
  inSubject: boolean,
  linked: boolean,
): Surroundings {
  const line = lineAround(text, candidate.start);
  const ownBefore = text.slice(Math.max(line.start, candidate.start - MOST_BEFORE), candidate.start);
  const ownAfter = text.slice(candidate.end, Math.min(line.end, candidate.end + MOST_AFTER));
  const bare = !/[\p{L}\p{N}]/u.test(ownBefore);
  const alone = bare && !/[\p{L}\p{N}]/u.test(ownAfter) && text.slice(line.start, line.end).length < 60;
  const above = bare ? lineAbove(text, line.start) : '';
  const before = foldWords(above === '' ? ownBefore : `${above}\n${ownBefore}`);
  const after = foldWords(alone ? `\n${lineBelow(text, line.end)}` : ownAfter);

  const codeHits = findWords('code', before);
  const otherHits = findWords('other', before);
  const codeBefore = nearest(codeHits, otherHits, 'last');
  const gap = codeBefore === null ? '' : before.slice(codeBefore.end);
  const leads = codeBefore !== null && leadsTo(gap);
  const lastOther = otherHits.at(-1) ?? null;
  const otherBefore =
    lastOther !== null &&
    (codeBefore === null || lastOther.end > codeBefore.end) &&
    before.length - lastOther.end <= 25 &&
    // "Card ending 4432 is 559810": the word has its number already.
    !/\d/.test(before.slice(lastOther.end)) &&
    !ENDS_SENTENCE.test(before.slice(lastOther.end))
      ? lastOther
      : null;
  const codeAfter = nearest(findWords('code', after), findWords('other', after), 'first');
  const sentence = codeAfter === null ? '' : after.slice(0, codeAfter.start);
  return {
    candidate,
    before,
    after,
    alone,
    opens: text.length < 300 && text.slice(0, candidate.start).trim() === '',
    only: text.trim() === candidate.raw,
    linked,
    codeBefore,
    codeAfter: codeAfter === null || ENDS_SENTENCE.test(sentence) ? null : codeAfter,
    otherBefore,
    leads,
    used: findWords('use', before.slice(-30)).some((hit) => before.slice(-30).length - hit.end <= 12),
    purpose: findWords('purpose', `${before.slice(-MOST_BEFORE)} ${after}`).length > 0,
    topic,
    inSubject,
    quoted: isQuoted(text, candidate.start, line.start),
  };
}

/** Where mail programs begin the message that is answered or forwarded. */
const FORWARDED =
  /^[-_ ]{2,20}(?:begin |start of )?(?:forwarded|original|weitergeleitete|ursprüngliche|message transf[eé]r[eé]|message d.origine|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada))/imu;

function isQuoted(text: string, at: number, lineStart: number): boolean {
  return text.startsWith('>', lineStart) || FORWARDED.test(text.slice(0, at));
}

const NEEDS: Record<Shape['needs'], (s: Surroundings) => boolean> = {
  context: () => true,
  lead: (s) => s.leads || (s.codeBefore !== null && s.alone),
  'lead and line': (s) => s.codeBefore !== null && s.alone && !s.linked,
};

export interface Weight {
  score: number;
  because: string[];
}

export function weigh(s: Surroundings): Weight {
  // A weak shape (three digits, plain capitals …) is a code only where a word says so, right there.
  if (!NEEDS[s.candidate.shape.needs](s)) {
    return { score: 0, because: ['a shape that needs a code word right before it'] };
  }
  const held = CUES.filter((cue) => cue.holds(s));
  return {
    score: held.reduce((sum, cue) => sum + cue.points, 0),
    because: held.map((cue) => cue.name),
  };
}
