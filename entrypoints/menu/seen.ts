// Whether the user can have seen what is clicked: a page can cover, hide, fade or shift the frame it embeds. Pure judgement
// over sightings; the observer that makes them stands at the end. The page's own script judges what only it can see.

/** What one report of the observer says. */
export interface Sight {
  /** Share of the frame inside every window and scroll box around it, 0 to 1. */
  ratio: number;
  /** Painted, unfaded, untransformed and uncovered, by IntersectionObserver v2; undefined where the browser cannot tell. */
  visible: boolean | undefined;
}

/** 1: an address; 2: a code on the site it belongs to. (Tier 3 is never confirmed in a page.) */
export type Tier = 1 | 2;

export type Verdict = 'seen' | 'untrusted' | 'too-soon' | 'hidden';

interface Measure {
  ratio: number;
  /** Milliseconds of unbroken sight. */
  time: number;
}

/**
 * Both ask for a browser that does not say "covered": a page that lays a prize over an address would learn who has come back. Filters
 * that dark-mode tools put on the root do not count as that, since the top layer is painted outside of them. A code asks for the whole
 * frame and 350 ms; a click made by a script is refused in both.
 */
const MEASURES: Record<Tier, Measure> = {
  1: { ratio: 0.9, time: 150 },
  2: { ratio: 0.99, time: 350 },
};

export interface Witness {
  /** Takes down one sighting, at a time in milliseconds on a steady clock. */
  see(sight: Sight, at: number): void;
  /** What is shown changed under the pointer: every time starts anew. */
  restart(at: number): void;
  judge(tier: Tier, trusted: boolean, at: number): Verdict;
}

export function makeWitness(): Witness {
  let last: Sight = { ratio: 0, visible: undefined };
  /** Since when each tier's measure has held without a break; null while it does not. */
  const since: Record<Tier, number | null> = { 1: null, 2: null };
  const holds = (tier: Tier) => {
    const measure = MEASURES[tier];
    // A browser that cannot tell is not taken for one that says no.
    return last.ratio >= measure.ratio && last.visible !== false;
  };
  return {
    see(sight, at) {
      last = sight;
      for (const tier of [1, 2] as const) since[tier] = holds(tier) ? (since[tier] ?? at) : null;
    },
    restart(at) {
      for (const tier of [1, 2] as const) if (since[tier] !== null) since[tier] = at;
    },
    judge(tier, trusted, at) {
      if (!trusted) return 'untrusted';
      const start = since[tier];
      if (start === null) return 'hidden';
      return at - start >= MEASURES[tier].time ? 'seen' : 'too-soon';
    },
  };
}

/** Feeds a witness with sightings of `element` (which fills the frame) until `signal` aborts. */
export function watchSight(element: Element, witness: Witness, signal: AbortSignal): void {
  // 100 ms is the least the browser allows with trackVisibility; browsers without v2 ignore both and leave isVisible out.
  const options = { threshold: [0, 0.5, 0.9, 0.99, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const { isVisible } = entry as { isVisible?: boolean };
      witness.see({ ratio: entry.intersectionRatio, visible: isVisible }, performance.now());
    }
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
