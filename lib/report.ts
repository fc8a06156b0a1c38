// Telling the developer console that something unexpected happened. Leans on nothing; never prints a message text or a
// value, because either may carry what a person typed, only the error's name and where it was thrown.

/** Prints an error's class and its stack frames (function names and positions), not its message. */
export function reportBug(where: string, error: unknown): void {
  if (!(error instanceof Error)) {
    console.error(`[moniker] ${where}: a thrown ${typeof error}`);
    return;
  }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at |@/.test(line) && /:\d+:\d+\)?$/.test(line));
  console.error(`[moniker] ${where}: ${error.name}\n${frames.slice(0, 8).join('\n')}`);
}

/** For a promise that nobody waits for: its failure is reported, never swallowed. */
export function fireAndForget(promise: Promise<unknown>, where: string): void {
  promise.catch((error: unknown) => reportBug(where, error));
}
