// How soon the next look at the page may be taken: at once for the moves of a person, at a fixed pace for a page that throws the
// focus about. Pure arithmetic of times (the generic cell rate algorithm, ITU-T I.371); sets no timer.

/** Milliseconds between two looks in the long run: ten a second, not thousands. */
export const PACE = 100;
/** Looks that need not keep it when there was none for a while: who passes a field on the way to another does not wait for it. */
export const AT_ONCE = 3;

export interface Pace {
  /** Milliseconds until a look may be taken. @param now on the clock of `took` */
  wait(now: number): number;
  took(now: number): void;
}

export function makePace(): Pace {
  /** When the looks so far would all have been taken, had each kept the pace. */
  let paid = Number.NEGATIVE_INFINITY;
  return {
    wait: (now) => Math.max(0, paid - (AT_ONCE - 1) * PACE - now),
    took(now) {
      paid = Math.max(paid, now) + PACE;
    },
  };
}
