// One bare Argon2id in the extension's own worker, by the library the product uses and with the same parameters: what everything that
// derives a key is compared with. Evaluated through DevTools, so nothing is added to the build.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Worker } from 'playwright-core';

/** The library's own bundle, as published. */
const ARGON2 = createRequire(import.meta.url).resolve('hash-wasm/dist/argon2.umd.min.js');

/** Our vault's (lib/crypto/kdf.ts, RFC 9106 §4) and anon.li's alike: 64 MiB, three passes, one lane. */
const COST = { memorySize: 64 * 1024, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' };

interface Bench {
  hashwasm: { argon2id(options: unknown): Promise<Uint8Array> };
}

/** @returns how to derive once: resolves with milliseconds. The first time, untimed, has compiled its WebAssembly. */
export async function bareArgon2(worker: Worker, passphrase: string): Promise<() => Promise<number>> {
  await worker.evaluate(await readFile(ARGON2, 'utf8'));
  const derive = () =>
    worker.evaluate(
      async ({ passphrase, cost }) => {
        const { hashwasm } = globalThis as unknown as Bench;
        const salt = crypto.getRandomValues(new Uint8Array(16));
        const began = performance.now();
        await hashwasm.argon2id({ password: new TextEncoder().encode(passphrase), salt, ...cost });
        return performance.now() - began;
      },
      { passphrase, cost: COST },
    );
  await derive();
  return derive;
}
