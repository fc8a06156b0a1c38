// Hits of trials, by field and by site, with Wilson 95 % intervals. Leans on nothing; pure, so that the counting itself
// can be tested. A site counts as a hit when every field of the kind on all its pages does: one site with thirty forms
// must not weigh like thirty sites.
export interface Rate {
  hit: number;
  of: number;
  /** Wilson 95 % interval. */
  low: number;
  high: number;
}

export interface Rates {
  fields: Rate;
  sites: Rate;
}

export class Counter {
  #hit = 0;
  #of = 0;
  readonly #sites = new Map<string, boolean>();

  add(site: string, isHit: boolean): void {
    this.#of += 1;
    if (isHit) this.#hit += 1;
    this.#sites.set(site, (this.#sites.get(site) ?? true) && isHit);
  }

  rates(): Rates {
    const sites = [...this.#sites.values()];
    return {
      fields: rate(this.#hit, this.#of),
      sites: rate(sites.filter(Boolean).length, sites.length),
    };
  }
}

/** Counters by name, made when first named. */
export class Counters {
  readonly #counters = new Map<string, Counter>();

  add(name: string, site: string, isHit: boolean): void {
    const counter = this.#counters.get(name) ?? new Counter();
    counter.add(site, isHit);
    this.#counters.set(name, counter);
  }

  rates(): Record<string, Rates> {
    return Object.fromEntries(
      [...this.#counters]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, counter]) => [name, counter.rates()]),
    );
  }
}

/** Wilson score interval, z = 1.96. */
export function rate(hit: number, of: number): Rate {
  if (of === 0) return { hit, of, low: 0, high: 1 };
  const z = 1.96;
  const p = hit / of;
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return { hit, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export interface Quantiles {
  median: number;
  p99: number;
  worst: number;
}

export function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? 0 };
}
