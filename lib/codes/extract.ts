// Codes and links of one message, each with a score and the reasons for it. Leans on text, candidates, weigh, links, origin. Pure
// and bounded: 400 kB of each body are read, 200 shapes are weighed. Refuses to guess: see `bestCode`.
import type { Channel } from '../model.ts';
import { type Candidate, findCandidates, withoutOtherNumbers } from './candidates.ts';
import { type FoundLink, findLinks, OFFERED } from './links.ts';
import { type OriginBound, readOriginBound } from './origin.ts';
import { MOST_TEXT, plainForm, type Reading, readHtml, readPlain } from './text.ts';
import { findWords, foldWords } from './vocabulary.ts';
import { surround, weigh } from './weigh.ts';

export interface MessageParts {
  channel: Channel;
  subject: string;
  text: string | null;
  html: string | null;
}

export interface CodeCandidate {
  /** As to be typed: no spaces, hyphens or sender's prefix. */
  code: string;
  /** As written in the message. */
  raw: string;
  score: number;
  because: string[];
}

export interface Extraction {
  /** Every distinct code with a score of `PLAUSIBLE` or more, best first. */
  candidates: CodeCandidate[];
  links: FoundLink[];
  origin?: OriginBound;
  /** Nothing was found, there is a picture, and words of a code (or no words at all) stand beside it. */
  pictured: boolean;
  /** What was not read: `too-large`, `too-many-links`, `too-deep`, `too-many-numbers`. */
  cut: string[];
}

/** Score from which something may be called a code. */
export const PLAUSIBLE = 9;
/** Score from which a part of a message is taken at its word against another part. */
const FIRM = 11;
/** How far the best must be ahead of another plausible code to be offered alone. */
const CLEARLY = 4;
const MOST_SUBJECT = 500;
/** Characters of HTML that are read even beside a text body that takes all the room. */
const LEAST_HTML = 100_000;
/** Characters at the beginning (and of the subject) that tell what a message is about. */
const TOPIC = 380;

function codesIn(reading: Reading, subject: string): { found: CodeCandidate[]; cut: boolean } {
  const { text } = reading;
  const opening = `${foldWords(subject)} ${foldWords(text.trimStart().slice(0, TOPIC))}`.slice(0, 399);
  const topic = {
    code: findWords('code', opening).length > 0,
    purpose: findWords('purpose', opening).length > 0,
    offer: findWords('offer', opening).length > 0,
  };
  const { candidates, cut } = findCandidates(withoutOtherNumbers(text));
  const linked = new Set(reading.anchors.map((anchor) => anchor.text));
  const found = candidates.map((candidate: Candidate) => {
    const inSubject = subject !== text && subject.includes(candidate.raw);
    const weight = weigh(surround(text, candidate, topic, inSubject, linked.has(candidate.raw)));
    return { code: candidate.code, raw: candidate.raw, ...weight };
  });
  return { found, cut };
}

/** Whether what is missed in the words may stand in a picture. */
function isPictured(readings: readonly Reading[], subject: string): boolean {
  const shown = readings.some(({ pictures }) => pictures > 0);
  const words = readings.map(({ text }) => text.trimStart().slice(0, TOPIC)).join(' ');
  return shown && (words.trim() === '' || findWords('code', foldWords(`${subject} ${words}`)).length > 0);
}

/** One entry a code, the best-founded one, the earlier of equals. */
function distinct(found: readonly CodeCandidate[]): CodeCandidate[] {
  const best = new Map<string, CodeCandidate>();
  for (const candidate of found) {
    const known = best.get(candidate.code);
    if (known === undefined || known.score < candidate.score) best.set(candidate.code, candidate);
  }
  return [...best.values()].filter(({ score }) => score >= PLAUSIBLE).sort((a, b) => b.score - a.score);
}

/** The best of each part where they differ, each as good as the best of all; nothing where they agree. */
function disputed(parts: readonly CodeCandidate[]): CodeCandidate[] {
  const bests = parts.filter(({ score }) => score >= FIRM);
  if (new Set(bests.map(({ code }) => code)).size < 2) return [];
  const score = Math.max(...bests.map((best) => best.score));
  const because = 'another part of the message names another code';
  return bests.map((best) => ({ ...best, score, because: [...best.because, because] }));
}

/** Reads subject and body. The text body counts; the HTML one where there is no text, or no code in it. */
export function extractCodes(message: MessageParts): Extraction {
  const subject = plainForm(message.subject.slice(0, MOST_SUBJECT));
  const plain = message.text !== null && message.text.trim() !== '' ? readPlain(message.text) : null;
  const rich =
    message.html === null
      ? null
      : readHtml(message.html, Math.max(LEAST_HTML, MOST_TEXT - (plain?.text.length ?? 0)));
  const readings = [plain, rich].filter((reading) => reading !== null);
  const cut = new Set(readings.flatMap((reading) => reading.cut));

  const inSubject = distinct(codesIn({ text: subject, anchors: [], pictures: 0, cut: [] }, subject).found);
  const inBodies = readings.map((reading) => {
    const inBody = codesIn(reading, subject);
    if (inBody.cut) cut.add('too-many-numbers');
    return distinct(inBody.found);
  });
  // Text and HTML of one mail, and its subject, say the same: where they name different codes, none is the right one.
  const [body = []] = inBodies.filter((found) => found.length > 0);
  const bests = [...inBodies, inSubject].flatMap(([best]) => best ?? []);
  const candidates = distinct([...body, ...inSubject, ...disputed(bests)]);

  const links = findLinks(readings, subject);
  const origin = plain === null ? undefined : readOriginBound(plain.text);
  const pictured = candidates.length === 0 && isPictured(readings, subject);
  if (origin === undefined) return { candidates, links, pictured, cut: [...cut] };
  const bound = {
    code: origin.code,
    raw: origin.code,
    score: 100,
    because: ['the sender bound it to a host'],
  };
  return {
    candidates: [bound, ...candidates.filter(({ code }) => code !== origin.code)],
    links,
    origin,
    pictured: false,
    cut: [...cut],
  };
}

/** The code to offer: the best one, if no other plausible one comes near it. A wrong code is worse than none. */
export function bestCode({ candidates }: Pick<Extraction, 'candidates'>): CodeCandidate | null {
  const [best, second] = candidates;
  if (best === undefined) return null;
  return second === undefined || best.score - second.score >= CLEARLY ? best : null;
}

/** The link to offer as confirmation or log-in; null where there is none, or two lead to different places. */
export function bestLink({ links }: Pick<Extraction, 'links'>): FoundLink | null {
  const [best, second] = links.filter(({ kind }) => OFFERED[kind]);
  if (best === undefined) return null;
  return second === undefined || best.score > second.score || best.host === second.host ? best : null;
}
