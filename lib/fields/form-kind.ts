// What a form is for: ambient words and the roles inside it, as two tables. Leans on the cue table; pure. Ambient words
// may only nudge a field, but they decide a form; roles required or forbidden by an archetype settle ties.
import type { FieldRole, FormKind } from '../model.ts';
import { cueReason, type Reason, type Slot } from './reasons.ts';
import { table } from './table.ts';
import type { FormSnapshot, PageSnapshot } from './types.ts';
import { findCues, identifierWords, wordsOf } from './words.ts';

/** What a form holds while its kind is still open: `password` counts every password box. */
export interface Holding {
  roles: Partial<Record<FieldRole | 'password' | 'message' | 'address' | 'any', number>>;
  saysNew: boolean;
  saysCurrent: boolean;
}

/** How much an ambient word counts by where it stands. */
const PLACE: readonly [Slot, number, (form: FormSnapshot, page: PageSnapshot) => readonly string[]][] = [
  ['submit', 1.4, (form) => form.submits.filter(isNotNavigation)],
  ['heading', 0.8, (form) => form.headings],
  ['form', 0.9, (form) => [`${form.naming} ${form.action}`]],
  ['link', 0.25, (form) => form.links],
  ['text', 0.3, (form) => [form.text]],
  ['path', 0.6, (_, page) => [page.path]],
  ['page-title', 0.5, (_, page) => [page.title]],
];

/** Links that lead away from a kind name the other kind: "Already have an account? Log in". */
function isNotNavigation(text: string): boolean {
  return text.length < 60;
}

/** What the holding says for a kind: each row is a condition and its weight. */
const ARCHETYPES: readonly {
  kind: FormKind;
  when: (holding: Holding) => boolean;
  weight: number;
  because: string;
  /** Counts only where words have named the kind: an address alone in a box may be for anything. */
  needsWords?: true;
}[] = [
  {
    kind: 'sign-up',
    when: ({ roles, saysNew }) => saysNew && has(roles.password),
    weight: 3.5,
    because: 'new-password',
  },
  {
    kind: 'sign-up',
    when: ({ roles, saysCurrent }) => count(roles.password) === 2 && !saysCurrent,
    weight: 2.5,
    because: 'two-passwords',
  },
  {
    kind: 'sign-up',
    when: ({ roles }) =>
      has(roles.password) &&
      (has(roles['given-name']) ||
        has(roles['full-name']) ||
        has(roles['birth-date']) ||
        has(roles['birth-year']) ||
        has(roles['email-confirm'])),
    weight: 4,
    because: 'password-and-person',
  },
  {
    kind: 'sign-up',
    when: ({ roles }) => has(roles.password) && has(roles.email) && has(roles.username),
    weight: 2.5,
    because: 'password-email-username',
  },
  {
    kind: 'log-in',
    when: ({ roles }) => count(roles.password) === 1 && count(roles.any) <= 3,
    weight: 2.5,
    because: 'one-password',
  },
  {
    kind: 'log-in',
    when: ({ roles, saysCurrent }) => count(roles.password) === 1 && saysCurrent,
    weight: 3,
    because: 'current-password',
  },
  { kind: 'log-in', when: ({ roles }) => count(roles.password) > 1, weight: -3, because: 'two-passwords' },
  {
    kind: 'log-in',
    when: ({ roles }) => has(roles['given-name']) || has(roles['email-confirm']) || has(roles.address),
    weight: -3,
    because: 'person',
  },
  {
    kind: 'settings',
    when: ({ roles, saysCurrent }) => count(roles.password) >= 2 && saysCurrent,
    weight: 6,
    because: 'current-and-new',
  },
  {
    kind: 'settings',
    when: ({ roles, saysNew }) => has(roles.password) && saysNew && !has(roles.email) && !has(roles.username),
    weight: 2.5,
    because: 'passwords-alone',
  },
  {
    kind: 'newsletter',
    when: ({ roles }) => has(roles.email) && count(roles.any) <= 2 && !has(roles.password),
    weight: 2,
    because: 'email-alone',
    needsWords: true,
  },
  {
    kind: 'newsletter',
    when: ({ roles }) => has(roles.password) || has(roles['card-number']) || has(roles.code),
    weight: -6,
    because: 'more-than-email',
  },
  {
    kind: 'contact',
    when: ({ roles }) => has(roles.message) && !has(roles.password),
    weight: 3,
    because: 'message',
  },
  { kind: 'contact', when: ({ roles }) => has(roles.password), weight: -5, because: 'password' },
  { kind: 'contact', when: ({ roles }) => count(roles.address) >= 2, weight: -2, because: 'address' },
  { kind: 'contact', when: ({ roles }) => !has(roles.message), weight: -2, because: 'no-message' },
  {
    kind: 'checkout',
    when: ({ roles }) => count(roles.address) >= 2 && !has(roles.password),
    weight: 4,
    because: 'address',
  },
  {
    kind: 'checkout',
    when: ({ roles }) => has(roles['card-number']) && (has(roles.email) || has(roles.address)),
    weight: 4,
    because: 'card-and-address',
  },
  {
    kind: 'checkout',
    when: ({ roles }) => has(roles.password) && !has(roles.address),
    weight: -4,
    because: 'password',
  },
  {
    kind: 'payment',
    when: ({ roles }) => has(roles['card-number']) || has(roles['card-code']),
    weight: 6,
    because: 'card',
  },
  {
    kind: 'payment',
    when: ({ roles }) => !has(roles['card-number']) && !has(roles['card-code']),
    weight: -6,
    because: 'no-card',
  },
  {
    kind: 'search',
    when: ({ roles }) => has(roles.password) || has(roles.email) || has(roles.code),
    weight: -6,
    because: 'more-than-search',
  },
];

function count(value: number | undefined): number {
  return value ?? 0;
}

function has(value: number | undefined): boolean {
  return count(value) > 0;
}

const CODE_KINDS = ['code-email', 'code-sms', 'code-totp'] as const;
const LEAST = 1.2;

export interface KindScores {
  scores: Map<FormKind, number>;
  because: Map<FormKind, Reason[]>;
}

/** Ambient words alone, before any role is known. */
export function ambientScores(form: FormSnapshot, page: PageSnapshot): KindScores {
  const scores = new Map<FormKind, number>();
  const because = new Map<FormKind, Reason[]>();
  for (const [slot, factor, read] of PLACE) {
    const best = new Map<FormKind, { weight: number; cue: string }>();
    for (const text of read(form, page)) {
      const words = slot === 'form' || slot === 'path' ? identifierWords(text) : wordsOf(text);
      for (const { row, cue } of findCues(table().forms, words.slice(0, 120))) {
        if ((best.get(row.means)?.weight ?? 0) < row.weight) best.set(row.means, { weight: row.weight, cue });
      }
    }
    for (const [kind, { weight, cue }] of best) {
      scores.set(kind, (scores.get(kind) ?? 0) + weight * factor);
      because.set(kind, [...(because.get(kind) ?? []), cueReason(slot, cue)]);
    }
  }
  return { scores, because };
}

/** @returns the kind of a form; `unknown` where neither words nor roles are enough. */
export function formKind(ambient: KindScores, holding: Holding): { kind: FormKind; because: Reason[] } {
  const scores = new Map(ambient.scores);
  const because = new Map([...ambient.because].map(([kind, reasons]) => [kind, [...reasons]]));
  for (const { kind, when, weight, because: why, needsWords } of ARCHETYPES) {
    if (!when(holding) || (needsWords && !ambient.scores.has(kind))) continue;
    scores.set(kind, (scores.get(kind) ?? 0) + weight);
    if (weight > 0) because.set(kind, [...(because.get(kind) ?? []), cueReason('roles', why)]);
  }
  if (has(holding.roles.code) && !has(holding.roles.password) && count(holding.roles.any) <= 4)
    return codeKind(scores, because);
  let kind: FormKind = 'unknown';
  let best = LEAST;
  for (const [candidate, score] of scores) {
    if (candidate.startsWith('code') || score <= best) continue;
    kind = candidate;
    best = score;
  }
  return { kind, because: because.get(kind) ?? [] };
}

/** By the page's own words; a lead of one cue is asked for, since "we sent a text or e-mail" names both. */
function codeKind(
  scores: Map<FormKind, number>,
  because: Map<FormKind, Reason[]>,
): { kind: FormKind; because: Reason[] } {
  const ranked = CODE_KINDS.map((kind) => ({ kind, score: scores.get(kind) ?? 0 })).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = ranked;
  if (first && second && first.score >= 1 && first.score - second.score >= 0.8) {
    return { kind: first.kind, because: because.get(first.kind) ?? [] };
  }
  return { kind: 'code', because: because.get('code') ?? [] };
}
