// What unlocking costs beyond the one Argon2id that makes it slow on purpose: the product's own message from its own page,
// against the bare library in the very same worker, one after the other so that both meet the same machine.
import { PASSPHRASE } from '../tour/journey.ts';
import { bareArgon2 } from './argon2.ts';
import { type Figure, sampled } from './figure.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

const PAIRS = 11;

interface Bench {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: unknown }> } };
}

/** Unlocks and bare derivations in turns. @returns the ratios, and the bare times */
export async function timeUnlocks(
  { browser, journey, ask }: Stage,
  pairs: number,
): Promise<{ ratios: number[]; raws: number[] }> {
  const raw = await bareArgon2(await browser.worker(), PASSPHRASE);
  const unlock = () =>
    journey.options.evaluate(async (passphrase) => {
      const { chrome } = globalThis as unknown as Bench;
      const began = performance.now();
      const answer = await chrome.runtime.sendMessage({ call: 'vault.unlock', args: { passphrase } });
      if (!answer.ok) throw new Error('the vault did not open');
      return performance.now() - began;
    }, PASSPHRASE);
  const ratios: number[] = [];
  const raws: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    await ask('vault.lock', {});
    const before = await raw();
    const whole = await unlock();
    // Between two raw ones: a machine that gets busier meanwhile weighs on both sides.
    const after = await raw();
    raws.push(before, after);
    ratios.push((2 * whole) / (before + after));
  }
  return { ratios, raws };
}

export async function measureUnlock(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    const { ratios, raws } = await timeUnlocks(stage, PAIRS);
    return [sampled('unlock', ratios, '×', 1.25), sampled('unlock-argon2id', raws, 'ms', null)];
  });
}
