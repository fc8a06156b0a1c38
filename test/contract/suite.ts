// What a provider promises, tried on a server of the user's choice: cases that run one after the other, each through the
// extension's own provider code. Leans on node:assert in the cases; makes nothing that is not on the list of things to remove.
import { setTimeout as rest } from 'node:timers/promises';
import { AppError, type WireError } from '../../lib/error.ts';

/** What the command was given. */
export interface ContractOptions {
  base: string;
  key: string;
  vaultPassword?: string | undefined;
  /** An address that may get a mail with a link; without one no mail is caused. */
  recipient?: string | undefined;
  /** `ak_ck_…`; without one cards are sealed with a new key. */
  cardKey?: string | undefined;
  /** `HOST:PORT` of a server that takes mail for the service's addresses. */
  smtp?: string | undefined;
  /** Whether numbers may be bought. */
  phone?: boolean | undefined;
}

export interface Case<Rig> {
  name: string;
  /** Why it cannot be tried here; null if it can. */
  unless?: (rig: Rig) => string | null;
  run(rig: Rig): Promise<void>;
}

export interface Rig {
  /** How many requests were sent so far. */
  requests(): number;
  /** Removes what the last case made and left, trying each thing once. @returns names of all that could not be removed */
  clear(): Promise<string[]>;
}

export interface Suite<R extends Rig> {
  open(options: ContractOptions): Promise<R>;
  cases: readonly Case<R>[];
}

export interface ContractReport {
  passed: string[];
  failed: { name: string; why: string }[];
  skipped: { name: string; why: string }[];
  requests: number;
  /** What was made and is still there. */
  left: string[];
}

/** Never throws for what a server does. @throws AppError if the suite cannot be opened: a URL or key that cannot be one */
export async function runSuite<R extends Rig>(
  { open, cases }: Suite<R>,
  options: ContractOptions,
): Promise<ContractReport> {
  const rig = await open(options);
  const report: ContractReport = { passed: [], failed: [], skipped: [], requests: 0, left: [] };
  for (const { name, unless, run } of cases) {
    const why = unless?.(rig) ?? null;
    if (why !== null) report.skipped.push({ name, why });
    else
      await run(rig).then(
        () => report.passed.push(name),
        (error: unknown) => report.failed.push({ name, why: told(error) }),
      );
    // After each one: a small plan has no room for what all of them make together.
    report.left = await rig.clear();
  }
  report.requests = rig.requests();
  return report;
}

/** Facts only: an `AppError` holds no key, and an assertion's message what was compared. */
function told(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.detail)}`;
  return error instanceof Error ? error.message : String(error);
}

/** Milliseconds that a short window of a server is waited for: a suite that is run twice in a minute has met it. */
const SHORT = 90_000;

/** Asks once more where a short window of the server was full. Errors: those of the question. */
export async function patiently<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'rate-limited') throw error;
    const { retryAfter = Infinity } = error.detail;
    if (retryAfter > SHORT) throw error;
    await rest(retryAfter);
    return question();
  }
}

/** How a promise failed; a success is a failure of the case. */
export async function refusal(promise: Promise<unknown>): Promise<WireError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('was taken, and should have been refused');
}
