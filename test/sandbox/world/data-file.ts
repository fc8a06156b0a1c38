// `--data FILE`: the state as JSON on disk, so that it survives a restart. Written beside the file and renamed over it,
// because a half-written file would lose everything. Keeps rows only, never requests or mails seen.
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { State } from './state.ts';

/** Writes that come closer together than this, in milliseconds, become one. */
const SETTLE = 50;

const FORMAT = 'moniker-sandbox-4';

const withMaps = (_key: string, value: unknown): unknown =>
  value instanceof Map ? { map: [...value] } : value;

function toMaps(_key: string, value: unknown): unknown {
  const isMap =
    value !== null && typeof value === 'object' && Object.keys(value).join() === 'map' && 'map' in value;
  return isMap && Array.isArray(value.map) ? new Map(value.map) : value;
}

/** The state kept in the file, or undefined where there is none yet. Throws on a file that is not the sandbox's. */
export async function loadState(file: string): Promise<State | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const kept: unknown = JSON.parse(text, toMaps);
  if (kept === null || typeof kept !== 'object' || !('format' in kept) || kept.format !== FORMAT)
    throw new Error(`${file} is not a data file of this sandbox (expected "format": "${FORMAT}")`);
  // The file was written by us in this format; its members are not decoded again.
  return (kept as unknown as { state: State }).state;
}

export interface Keeper {
  /** Asks for a write soon. */
  touch(): void;
  /** Resolves when everything asked for so far is on disk. */
  flush(): Promise<void>;
}

export function keepState(file: string, state: State): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    timer = undefined;
    writing = writing.then(async () => {
      await writeFile(`${file}.new`, JSON.stringify({ format: FORMAT, state }, withMaps));
      await rename(`${file}.new`, file);
    });
    return writing;
  };
  return {
    touch() {
      timer ??= setTimeout(() => write().catch((error) => console.error(`sandbox: ${file}:`, error)), SETTLE);
    },
    async flush() {
      clearTimeout(timer);
      await write();
    },
  };
}
