// What unlocking costs beyond the one Argon2id that makes it slow on purpose: the product's own message from its own page,
// against the bare library in the very same worker, one after the other so that both meet the same machine.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PASSPHRASE } from '../tour/journey.ts';
import { type Figure, sampled } from './figure.ts';
import { onStage, type Setting } from './stage.ts';

const PAIRS = 11;

/** The library's own bundle, as published; evaluated through DevTools, so nothing is added to the build. */
const ARGON2 = createRequire(import.meta.url).resolve('hash-wasm/dist/argon2.umd.min.js');

/** What the vault is made with (lib/crypto/kdf.ts, RFC 9106 §4): 64 MiB, three passes, one lane. */
const COST = { memorySize: 64 * 1024, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' };

interface Bench {
  hashwasm: { argon2id(options: unknown): Promise<Uint8Array> };
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: unknown }> } };
}

export async function measureUnlock(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async ({ browser, journey, ask }) => {
    const worker = await browser.worker();
    await worker.evaluate(await readFile(ARGON2, 'utf8'));
    const raw = () =>
      worker.evaluate(
        async ({ passphrase, cost }) => {
          const { hashwasm } = globalThis as unknown as Bench;
          const salt = crypto.getRandomValues(new Uint8Array(16));
          const began = performance.now();
          await hashwasm.argon2id({ password: new TextEncoder().encode(passphrase), salt, ...cost });
          return performance.now() - began;
        },
        { passphrase: PASSPHRASE, cost: COST },
      );
    const unlock = () =>
      journey.options.evaluate(async (passphrase) => {
        const { chrome } = globalThis as unknown as Bench;
        const began = performance.now();
        const answer = await chrome.runtime.sendMessage({ call: 'vault.unlock', args: { passphrase } });
        if (!answer.ok) throw new Error('the vault did not open');
        return performance.now() - began;
      }, PASSPHRASE);

    // The first call of each compiles its WebAssembly.
    await raw();
    const ratios: number[] = [];
    const raws: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      await ask('vault.lock', {});
      const before = await raw();
      const whole = await unlock();
      // Between two raw ones: a machine that gets busier meanwhile weighs on both sides.
      const after = await raw();
      raws.push(before, after);
      ratios.push((2 * whole) / (before + after));
    }
    return [sampled('unlock', ratios, '×', 1.25), sampled('unlock-argon2id', raws, 'ms', null)];
  });
}
