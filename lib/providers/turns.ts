// One thing at a time for an account: a queue in memory, for services that fail when they are asked in parallel. Leans on
// promises alone; what fails is told to its own caller and lets the next one go on. A dead worker's queue is gone with its calls.
const last = new Map<string, Promise<unknown>>();

/** Runs `work` when everything queued before under this name has ended, well or not. @returns what `work` gives */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(name, mine);
  const leave = (): void => {
    if (last.get(name) === mine) last.delete(name);
  };
  mine.then(leave, leave);
  return mine;
}
