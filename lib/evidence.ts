// Everything that may answer a code field, in one order: what came for this page since it waits stands first, newest on top; then the
// authenticator; then what only the toolbar releases, and what was used. Pure; leans on the model, decides nothing about release.
import type { HeldTotpView } from './held-totp.ts';
import type { Letter, LetterLink, TotpView, UnclearMessage } from './model.ts';

/** `C` is a code as its reader may see it: with its value, or without. */
export type Evidence<C extends Letter, T extends TotpView = TotpView> =
  | { kind: 'code'; id: string; code: C }
  | { kind: 'link'; id: string; link: LetterLink }
  | { kind: 'unclear'; id: string; message: UnclearMessage }
  | { kind: 'totp'; id: string; totp: T }
  | { kind: 'held'; id: string; held: HeldTotpView };

export interface Holdings<C extends Letter, T extends TotpView = TotpView> {
  codes: readonly C[];
  links: readonly LetterLink[];
  unclear: readonly UnclearMessage[];
  totps: readonly T[];
  held: readonly HeldTotpView[];
}

/** Messages shown at once: a mailbox that floods leaves the rest of a menu in reach. */
const MOST_LETTERS = 4;

/** Whether a page's menu may give it out: it is of this site, and was not used yet. */
export const isFresh = ({ usedAt, senderMatches }: Letter): boolean =>
  usedAt === null && senderMatches === true;

/** Lower stands higher. */
function rank(letter: Letter): number {
  if (isFresh(letter)) return 0;
  return letter.usedAt === null ? 2 : 3;
}
const AUTHENTICATOR = 1;

interface Ranked<E> {
  evidence: E;
  rank: number;
  at: number;
}

/** Of the same message the code stands before the link. A message without either is shown only while nothing better came. */
export function orderEvidence<C extends Letter, T extends TotpView>(
  holdings: Holdings<C, T>,
): Evidence<C, T>[] {
  const { codes, links, totps, held } = holdings;
  const answered = [...codes, ...links].some(isFresh);
  const unclear = answered ? [] : holdings.unclear.slice(0, 1);
  const letters: Ranked<Evidence<C, T>>[] = [
    ...codes.map((code) => {
      const evidence = { kind: 'code', id: `code ${code.messageId}`, code } as const;
      return ranked(evidence, code);
    }),
    ...links.map((link) => {
      const evidence = { kind: 'link', id: `link ${link.messageId}`, link } as const;
      return ranked(evidence, link);
    }),
    ...unclear.map((message) => {
      const evidence = { kind: 'unclear', id: `unclear ${message.messageId}`, message } as const;
      return ranked(evidence, message);
    }),
  ];
  const newest = letters.sort(compare).slice(0, MOST_LETTERS);
  const steady: Ranked<Evidence<C, T>>[] = [
    ...totps.map((totp): Evidence<C, T> => ({ kind: 'totp', id: totp.id, totp })),
    ...held.map((it): Evidence<C, T> => ({ kind: 'held', id: it.id, held: it })),
  ].map((evidence) => ({ evidence, rank: AUTHENTICATOR, at: 0 }));
  return [...newest, ...steady].sort(compare).map(({ evidence }) => evidence);
}

const ranked = <E>(evidence: E, letter: Letter): Ranked<E> => ({
  evidence,
  rank: rank(letter),
  at: letter.receivedAt,
});

const compare = (a: Ranked<unknown>, b: Ranked<unknown>): number => a.rank - b.rank || b.at - a.at;

/** Whether waiting is worth a word: not beside an authenticator, and not once something came. */
export function isWaitNews({ codes, links, totps, held }: Holdings<Letter>): boolean {
  return totps.length + held.length === 0 && ![...codes, ...links].some(isFresh);
}
