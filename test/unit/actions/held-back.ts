// Answers held back on purpose, for tests of what happens meanwhile: a list that was made and arrives later, a deed that its service did
// and nobody lived to hear of. Leans on the sandbox's faults.
import { expect } from 'vitest';
import type { Fault } from '../../sandbox/edge/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** Spoils the next answer on this path, after the request has done its work. */
export function spoil({ world }: Sandbox, path: string, act: Fault['act'], more: Partial<Fault> = {}): void {
  world.faults.add({ path, times: 1, after: true, act, ...more });
}

/** A list whose answer was made, and reaches us only after `meanwhile`. */
export async function listAround(
  sandbox: Sandbox,
  path: string,
  list: () => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  spoil(sandbox, path, { kind: 'latency', ms: 400 });
  const listing = list();
  await expect.poll(() => sandbox.world.faults.list()).toHaveLength(0);
  await meanwhile();
  await listing;
}

/** A deed that the service did and nobody lived to hear of: its worker died. */
export async function dieIn(sandbox: Sandbox, path: string, deed: () => Promise<unknown>): Promise<void> {
  const { faults, state } = sandbox.world;
  const all = () => state.emails.size + state.vaults.cards.size + state.vaults.totps.size;
  const before = all();
  spoil(sandbox, path, { kind: 'hang' }, { method: 'POST' });
  deed().catch(() => undefined);
  await expect.poll(() => faults.list()).toHaveLength(0);
  await expect.poll(all).toBeGreaterThan(before);
}
