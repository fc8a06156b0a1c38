// Runs one program of the project and keeps everything it said in output/logs. Leans on Node's child processes.
// Gives the program no stdin and no update checks, and decides nothing about what its outcome means.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const LOGS = join(ROOT, 'output/logs');

/** Longest time a program may take, in milliseconds; a hanging browser must not hang the whole run. */
const LIMIT = 20 * 60_000;

/** Variables that vitest sets for its tests. */
const RUNNER = /^(NODE_ENV|VITEST(_.*)?|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** How a program ended. */
export interface Ended {
  ok: boolean;
  /** Standard output and error, in the order they came. */
  said: string;
  /** Path of the log, from the project's root. */
  log: string;
}

/** @returns the last lines of what a failed program said, without its own call stack. */
export function lastWords(said: string, count = 20): string[] {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^\s+at .*[:(]/.test(line));
  return lines.slice(-count);
}

/**
 * Runs a program found in node_modules/.bin or on PATH.
 * @param name of the log file
 * @param argv the program and its arguments
 * @param show true to copy its output to ours while it runs
 */
export async function command(name: string, argv: readonly string[], show = false): Promise<Ended> {
  await mkdir(LOGS, { recursive: true });
  const path = join(LOGS, `${name}.log`);
  const log = createWriteStream(path);
  const [program = '', ...rest] = argv;
  // A test runner's own variables (NODE_ENV=test …) must not change what gets built.
  const own = Object.fromEntries(Object.entries(process.env).filter(([key]) => !RUNNER.test(key)));
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: {
      ...own,
      PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      NO_UPDATE_NOTIFIER: '1',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
  });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk;
    log.write(chunk);
    if (show) process.stdout.write(chunk);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      hear(Buffer.from(`${program}: ${error.message}\n`));
      resolve(false);
    });
    child.on('close', (code, signal) => {
      if (signal) hear(Buffer.from(`${program}: ended by ${signal}\n`));
      resolve(code === 0);
    });
  });
  await new Promise<void>((resolve) => log.end(resolve));
  return { ok, said, log: relative(ROOT, path) };
}
