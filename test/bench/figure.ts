// What a bench says: one figure with its goal and its spread, and the arithmetic of samples. Pure.
// A goal is an upper bound; a figure without one is told for information and is neither met nor missed.

/** How far the samples of one figure lie apart, in the figure's own unit. */
export interface Spread {
  n: number;
  min: number;
  p10: number;
  p90: number;
  max: number;
}

export interface Figure {
  name: string;
  value: number;
  /** `ms`, `B` (bytes), `×` (a ratio), or what is counted. */
  unit: string;
  /** The most it may be; null where there is no goal. */
  goal: number | null;
  /** The value by its goal: above 1 it is missed. Null where there is no goal, and for a goal of nothing at all. */
  ratio: number | null;
  /** Whether the goal is met; null where there is none. */
  ok: boolean | null;
  spread?: Spread;
  /** Which built file was measured, from the project's root. */
  file?: string;
}

/**
 * The sample below which a share `p` (0 to 1) of all lies, between neighbours by their distance.
 * @throws RangeError for no samples at all
 */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('a quantile of nothing');
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

export function spreadOf(samples: readonly number[]): Spread {
  return {
    n: samples.length,
    min: round(quantile(samples, 0)),
    p10: round(quantile(samples, 0.1)),
    p90: round(quantile(samples, 0.9)),
    max: round(quantile(samples, 1)),
  };
}

/** One number, measured once: a size or a count. */
export function single(
  name: string,
  value: number,
  unit: string,
  goal: number | null,
  file?: string,
): Figure {
  const ratio = goal === null || goal === 0 ? null : round(value / goal);
  const ok = goal === null ? null : value <= goal;
  const figure: Figure = { name, value: round(value), unit, goal, ratio, ok };
  return file === undefined ? figure : { ...figure, file };
}

/** @param p which quantile of the samples is the figure: 0.5 is the median */
export function sampled(
  name: string,
  samples: readonly number[],
  unit: string,
  goal: number | null,
  p = 0.5,
): Figure {
  return { ...single(name, quantile(samples, p), unit, goal), spread: spreadOf(samples) };
}

/** Three significant places are more than any of this can be trusted for. */
function round(value: number): number {
  const places = Math.max(0, 3 - Math.ceil(Math.log10(Math.abs(value) || 1)));
  return Number(value.toFixed(Math.min(places, 6)));
}

const show = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 3 });

/** @returns one line for people: name, value, goal, value by goal, verdict, spread. */
export function describe({ name, value, unit, goal, ratio, ok, spread, file }: Figure): string {
  const verdict = ok === null ? '' : ok ? 'ok' : 'MISSED';
  const limit = goal === null ? '' : `≤ ${show(goal)} ${unit}`;
  const { n, min, p10, p90, max } = spread ?? {};
  const about =
    n === undefined || min === undefined || p10 === undefined || p90 === undefined || max === undefined
      ? ''
      : `n ${n}, p10 ${show(p10)}, p90 ${show(p90)}, min ${show(min)}, max ${show(max)}`;
  return [
    name.padEnd(34),
    `${show(value)} ${unit}`.padStart(14),
    limit.padStart(14),
    (ratio === null ? '' : `${show(ratio)} of it`).padStart(11),
    verdict.padEnd(7),
    file ?? about,
  ]
    .join('  ')
    .trimEnd();
}
