// Whatever happens between an account and its service, in whatever order, with whatever trouble and however often the worker dies:
// when it stops, both sides agree, no text is lost that nobody replaced, no alias was made twice, and no row holds plaintext.
// Real store, real sandbox over HTTP. `MONIKER_RUNS` sets the number of histories, `MONIKER_SEED` chooses others: CI plays the same
// ones each time, so that a change is judged by itself and not by its luck.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '../../../lib/store/database.ts';
import { putRecord } from '../../../lib/vault/records.ts';
import { HOUSE_VAULT } from '../../sandbox/anonli/house-vault.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { expectAgreement, expectNoPlaintext, expectNothingLost, settle } from './agreement.ts';
import { makeMortal } from './mortal.ts';
import { play } from './play.ts';
import { setVault } from './remote.ts';
import { accountOf, openSandbox, openScene } from './scene.ts';
import { histories } from './steps.ts';
import type { Stage } from './typing.ts';

const RUNS = Number(process.env.MONIKER_RUNS ?? 1000);
const SEED = Number(process.env.MONIKER_SEED ?? 20261122);

let sandbox: Sandbox;
let stage: Stage;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  stage = { scene: await openScene(sandbox), mortal: makeMortal() };
});
afterEach(() => stage.mortal.end());

/** One vault for all histories: making one each time would cost more than playing. */
async function clear(steps: number): Promise<void> {
  for (const table of ['address', 'outbox', 'progress', 'listed', 'draft', 'chunk'] as const) {
    await database.sealed(table).clear();
  }
  sandbox.world.state.anonli.aliases.clear();
  sandbox.world.faults.clear();
  sandbox.world.journal.clear();
  setVault(sandbox, HOUSE_VAULT);
  // For a third of them a few addresses are several pages: each page costs as much as a step.
  Object.assign(sandbox.world.state.settings.anonli, { page_most: steps % 3 === 0 ? 2 : 100 });
  await putRecord(stage.scene.u, 'account', accountOf(sandbox));
}

test(`${RUNS} histories, seed ${SEED}`, { timeout: 5000 + RUNS * 2000 }, async () => {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      await clear(history.length);
      const ledger = await play(stage, history);
      await expectNoPlaintext(stage.scene);
      await settle(stage);
      await expectAgreement(stage.scene);
      await expectNothingLost(stage.scene, ledger);
      await expectNoPlaintext(stage.scene);
      played += 1;
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: false },
  );
  process.stdout.write(`played ${played} histories with seed ${SEED}\n`);
  expect(played).toBe(RUNS);
});
