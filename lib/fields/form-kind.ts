// What a form is for: ambient words and the roles inside it, as two tables. Leans on cues and archetypes; pure. Ambient words
// may only nudge a field, but they decide a form; roles required or forbidden by an archetype settle ties.
import type { FormKind } from '../model.ts';
import { ARCHETYPES, count, type Holding, has } from './archetypes.ts';
import type { Meaning } from './cues/cue.ts';
import { cueReason, type Reason, type Slot } from './reasons.ts';
import { remember } from './remember.ts';
import { MOST_WORDS, mentioned } from './said.ts';
import { findSpoken } from './table.ts';
import type { FormSnapshot, PageSnapshot } from './types.ts';
import { identifierWords, wordsOf } from './words.ts';

const MANY_SUBMITS = 4;

/** How much an ambient word counts by where it stands. */
const PLACE: readonly [Slot, number, (form: FormSnapshot, page: PageSnapshot) => readonly string[]][] = [
  // Of many buttons none is the one that sends the form.
  ['submit', 1.4, ({ submits }) => (submits.length > MANY_SUBMITS ? [] : submits.filter(isNotNavigation))],
  ['heading', 0.8, (form) => form.headings],
  ['form', 0.9, (form) => [`${form.naming} ${form.action}`]],
  // `newsletter-email`, `loginEmail`: what a programmer calls the address tells what it is asked for.
  ['name', 0.5, namesOfAddresses],
  ['link', 0.25, (form) => form.links],
  ['text', 0.3, (form) => [withoutWaysOut(form)]],
  ['path', 0.6, (_, page) => [page.path]],
  ['page-title', 0.5, (_, page) => [page.title]],
];

/** Links lead to other forms as well ("Already a member? Sign in"): what they say is not the form's own text. */
function withoutWaysOut({ text, links, submits }: FormSnapshot): string {
  if (submits.length === 0) return text;
  return links.reduce((rest, link) => (link.length > 3 ? rest.replace(link, ' ') : rest), text);
}

function namesOfAddresses({ id }: FormSnapshot, page: PageSnapshot): string[] {
  const own = page.elements.filter(({ form, seen }) => form === id && seen !== 'not-rendered');
  return own.map((element) => `${element.name} ${element.id}`).filter((name) => /mail/i.test(name));
}

/** What leads away from a kind names the other kind: "Already have an account? Log in". */
function isNotNavigation(text: string): boolean {
  return text.length < 60 && !/[?？؟]/.test(text);
}

const NAMED: ReadonlySet<Slot> = new Set(['form', 'path', 'name']);

/** Where people read, and how loud a name of a code must be there: "code" alone is anything. */
const READ: ReadonlySet<Slot> = new Set(['heading', 'submit', 'text', 'page-title']);
const LOUD = 3;

const CODE_KINDS = ['code-email', 'code-sms', 'code-totp'] as const;
const LEAST = 1.2;

export interface KindScores {
  scores: Map<FormKind, number>;
  because: Map<FormKind, Reason[]>;
}

const kindsSpoken = remember((text) => findSpoken('forms', wordsOf(text).slice(0, MOST_WORDS)));
const kindsNamed = remember((text) => findSpoken('forms', identifierWords(text).slice(0, MOST_WORDS)));

/** Ambient words alone, before any role is known. */
export function ambientScores(form: FormSnapshot, page: PageSnapshot): KindScores {
  const scores = new Map<FormKind, number>();
  const because = new Map<FormKind, Reason[]>();
  for (const [slot, factor, read] of PLACE) {
    const best = new Map<FormKind, { weight: number; cue: string }>();
    for (const text of read(form, page)) {
      for (const { row, cue } of NAMED.has(slot) ? kindsNamed(text) : kindsSpoken(text)) {
        if ((best.get(row.means)?.weight ?? 0) < row.weight) best.set(row.means, { weight: row.weight, cue });
      }
      // What a code is called on a control it is called above it as well.
      const code = READ.has(slot) ? mentioned(text).get('code') : undefined;
      if (code && code.weight >= LOUD && !best.has('code')) best.set('code', { weight: 3, cue: code.cue });
    }
    for (const [kind, { weight, cue }] of best) {
      scores.set(kind, (scores.get(kind) ?? 0) + weight * factor);
      because.set(kind, [...(because.get(kind) ?? []), cueReason(slot, cue)]);
    }
  }
  return { scores, because };
}

/** @returns the kind of a form; `unknown` where neither words nor roles are enough. */
export function formKind(
  ambient: KindScores,
  holding: Holding,
  form: FormSnapshot,
): { kind: FormKind; because: Reason[] } {
  const scores = new Map(ambient.scores);
  const because = new Map([...ambient.because].map(([kind, reasons]) => [kind, [...reasons]]));
  for (const { kind, when, weight, because: why, needsWords } of ARCHETYPES) {
    if (!when(holding) || (needsWords && !ambient.scores.has(kind))) continue;
    scores.set(kind, (scores.get(kind) ?? 0) + weight);
    if (weight > 0) because.set(kind, [...(because.get(kind) ?? []), cueReason('roles', why)]);
  }
  if (has(holding.roles.code) && !has(holding.roles.password) && count(holding.roles.any) <= 4)
    return codeKind(scores, because, form);
  let kind: FormKind = 'unknown';
  let best = LEAST;
  for (const [candidate, score] of scores) {
    if (candidate.startsWith('code') || score <= best) continue;
    kind = candidate;
    best = score;
  }
  return { kind, because: because.get(kind) ?? [] };
}

/** Where nothing says how a code comes, the one way that is mentioned at all. */
const WAYS: readonly [Meaning, FormKind][] = [
  ['email', 'code-email'],
  ['phone', 'code-sms'],
];

/** By the page's own words; a lead of one cue is asked for, since "we sent a text or e-mail" names both. */
function codeKind(
  scores: Map<FormKind, number>,
  because: Map<FormKind, Reason[]>,
  form: FormSnapshot,
): { kind: FormKind; because: Reason[] } {
  const ranked = CODE_KINDS.map((kind) => ({ kind, score: scores.get(kind) ?? 0 })).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = ranked;
  if (first && second && first.score >= 1 && first.score - second.score >= 0.8) {
    return { kind: first.kind, because: because.get(first.kind) ?? [] };
  }
  if (first && first.score < 1) {
    const ways = WAYS.flatMap(([meaning, kind]) => {
      const cue = [...form.headings, form.text]
        .map((text) => mentioned(text).get(meaning)?.cue)
        .find(Boolean);
      return cue ? [{ kind, because: [cueReason('text', cue)] }] : [];
    });
    if (ways.length === 1 && ways[0]) return ways[0];
  }
  return { kind: 'code', because: because.get('code') ?? [] };
}
