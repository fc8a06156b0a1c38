// One at a time: what reads and then writes the session's keys or the header takes turns, or a lock could be undone by an
// unlock that began before it. Leans on nothing. Its queue may die with the worker: so does everyone who waited in it.

let last: Promise<unknown> = Promise.resolve();

/** Runs `work` after all earlier turns ended, well or badly. Never call it from inside a turn: it would wait for itself. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}
