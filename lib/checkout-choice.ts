// Which documents of a checkout are chosen before the person chooses: the page's own, and frames of one other site, where that site
// takes the number. Pure. A frame that merely wants a name or a code has no claim to it, and between rivals only the person can tell.
import type { PayFrame } from './checkout.ts';

/** Origins, of those chosen, that ask for a value which another one asks for too: one of them has no business with it. */
export function rivals(all: readonly PayFrame[], chosen: ReadonlySet<string>): Set<string> {
  const frames = all.filter(({ origin }) => chosen.has(origin));
  const rival = (origin: string, role: string) =>
    frames.some((other) => other.origin !== origin && other.roles.some((one) => one === role));
  return new Set(
    frames
      .filter(({ origin, roles }) => roles.some((role) => rival(origin, role)))
      .map(({ origin }) => origin),
  );
}

/** @returns the origins that are chosen at first */
export function firstChoice(frames: readonly PayFrame[]): Set<string> {
  const doubtful = rivals(frames, new Set(frames.map(({ origin }) => origin)));
  const plain = frames.filter(({ origin }) => !doubtful.has(origin));
  const payee = plain.find(({ own, roles }) => !own && roles.includes('card-number'));
  return new Set(plain.filter(({ own, site }) => own || site === payee?.site).map(({ origin }) => origin));
}
