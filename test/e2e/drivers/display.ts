// A screen of its own for tests that must see what headless hides: native prompts, native menus, global keys.
// Leans on Xvfb and xdotool. Takes a free display number from Xvfb itself and ends only the Xvfb it started.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { needDisplayTools } from '../../tools/browsers.ts';
import { waitFor } from './wait.ts';

const run = promisify(execFile);

/**
 * Milliseconds without a changed pixel after which a prompt counts as there. Chromium ignores keys and clicks on a prompt
 * for its first half second, so that nobody agrees to what just jumped under the finger.
 */
const STILL = 800;

/** A running display. Give `env` to a headed browser. */
export interface Display {
  env: { DISPLAY: string };
  /** Sends a key to the window that has the focus, such as `Return` or `alt+shift+a` (xdotool's names). */
  press(...keys: string[]): Promise<void>;
  /** Clicks the left button at a place on the screen, in pixels. */
  click(x: number, y: number): Promise<void>;
  /** A fingerprint of all pixels on the screen. */
  look(): Promise<string>;
  /** Waits until the screen no longer looks like `before`, and then for {@link STILL} ms like nothing but itself. */
  changed(before: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a display of 1280 × 900 pixels. */
export async function openDisplay(): Promise<Display> {
  await needDisplayTools();
  const folder = await mkdtemp(join(tmpdir(), 'moniker-display-'));
  const screen = ['-screen', '0', '1280x900x24', '-fbdir', folder, '-nolisten', 'tcp', '-displayfd', '3'];
  const look = async () =>
    createHash('sha1')
      .update(await readFile(join(folder, 'Xvfb_screen0')))
      .digest('hex');
  const child = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const announced = child.stdio[3];
  if (!announced || !('readable' in announced)) throw new Error('Xvfb gave no display number');
  const lines = createInterface({ input: announced as NodeJS.ReadableStream });
  const [number] = (await once(lines, 'line')) as [string];
  const env = { DISPLAY: `:${number.trim()}` };
  const xdotool = (...args: string[]) => run('xdotool', args, { env: { ...process.env, ...env } });
  return {
    env,
    async press(...keys) {
      await xdotool('key', '--clearmodifiers', ...keys);
    },
    async click(x, y) {
      await xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1');
    },
    look,
    async changed(before) {
      let last = before;
      let since = performance.now();
      await waitFor(async () => {
        const now = await look();
        if (now !== last) since = performance.now();
        last = now;
        return now !== before && performance.now() - since >= STILL;
      }, 'the screen to change and come to rest');
    },
    async close() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
