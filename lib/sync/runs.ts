// What is being read or sent right now, an account: counts to show, and the way to end it. In memory alone: what a worker was
// doing when it died, nobody is doing any more. Leans on nothing.

export interface Run {
  done: number;
  /** Null while nobody has said. */
  total: number | null;
}

interface Running<T> {
  same: string | null;
  counts: Run;
  aborter: AbortController;
  work: Promise<T>;
}

const running = new Map<string, Running<unknown>>();

/**
 * Runs `work` when nothing else runs under this name any more, or joins the one that was asked for in the same words.
 * @param name an account's id, or what else there is one of
 * @param same what makes two askings the same; null for nothing
 */
export function run<T>(
  name: string,
  same: string | null,
  work: (signal: AbortSignal, count: (counts: Run) => void) => Promise<T>,
): Promise<T> {
  const known = running.get(name);
  // The same words under the same name mean the same work, and give the same kind of result.
  if (known && same !== null && known.same === same) return known.work as Promise<T>;
  if (known) {
    const next = (): Promise<T> => run(name, same, work);
    return known.work.then(next, next);
  }
  const aborter = new AbortController();
  const entry: Running<T> = {
    same,
    counts: { done: 0, total: null },
    aborter,
    work: Promise.resolve().then(() =>
      work(aborter.signal, (counts) => {
        entry.counts = counts;
      }),
    ),
  };
  running.set(name, entry);
  const end = (): void => {
    if (running.get(name) === entry) running.delete(name);
  };
  entry.work.then(end, end);
  return entry.work;
}

/** @returns how far it is; null if nothing runs under this name. */
export function runOf(name: string): Run | null {
  return running.get(name)?.counts ?? null;
}

/** Why a run ended that was asked to. */
export class Cancelled extends Error {}

/** @returns whether there was one to end */
export function cancelRun(name: string): boolean {
  const entry = running.get(name);
  entry?.aborter.abort(new Cancelled());
  return entry !== undefined;
}
