// Everything the sandbox makes up (ids, names, codes, keys) comes from here: SHA-256 of a seed and a counter, so that
// a seeded run gives the same names every time. Leans on node:crypto; not a source of real secrets.
import { createHash } from 'node:crypto';

/** The whole of the generator's state: plain JSON, kept by `--data` so that a restart does not repeat itself. */
export interface Draws {
  seed: string;
  count: number;
}

export interface Random {
  bytes(length: number): Uint8Array;
  hex(length: number): string;
  /** Lower-case letters and digits. */
  alnum(length: number): string;
  digits(length: number): string;
  /** An integer from 0 up to but not including `end`. */
  below(end: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

const ALNUM = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function createRandom(draws: Draws): Random {
  const block = (): Uint8Array =>
    createHash('sha256')
      .update(`${draws.seed}\n${draws.count++}`)
      .digest();
  const bytes = (length: number): Uint8Array => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) out.set(block().subarray(0, length - at), at);
    return out;
  };
  // 48 bits over a small range: the bias is below one in a billion, far under what a fake name needs.
  const below = (end: number): number => Buffer.from(bytes(6)).readUIntBE(0, 6) % end;
  const word = (letters: string, length: number): string =>
    Array.from({ length }, () => letters.charAt(below(letters.length))).join('');
  return {
    bytes,
    below,
    hex: (length) =>
      Buffer.from(bytes(Math.ceil(length / 2)))
        .toString('hex')
        .slice(0, length),
    alnum: (length) => word(ALNUM, length),
    digits: (length) => word('0123456789', length),
    pick: (list) => list[below(list.length)] ?? list[0],
  };
}
