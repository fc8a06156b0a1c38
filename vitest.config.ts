// Test projects by purpose: `unit` and `long` need no browser; `chromium` and `firefox` drive the shipped build in real ones,
// three files at a time: a browser under test mostly waits, and takes about a third of a core (37 CPU seconds of 104 for the
// main flow). A file that fails in a browser is run once more as a whole (test/tools/stages.ts).
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ByEnvironment } from './test/tools/by-environment.ts';

/** Long histories and whole tables of faults: `npm test` has the time for them, `npm run check` has not. */
const LONG = 'test/unit/**/*.long.test.ts';

/** Milliseconds before `expect.poll` fails: what the busiest machine may take, since only a failure waits them out. */
const PATIENCE = 20_000;

const withoutBrowser = (
  name: string,
  include: string[],
  exclude: string[],
  { isolate, maxWorkers }: { isolate: boolean; maxWorkers: number },
): TestProjectInlineConfiguration => ({
  plugins: [preact()],
  // Outside an extension the polyfill throws as soon as it is imported; WXT's in-memory browser stands for it.
  resolve: {
    alias: {
      'webextension-polyfill': fileURLToPath(new URL('./test/tools/browser.ts', import.meta.url)),
    },
  },
  test: {
    name,
    maxWorkers,
    isolate,
    // Vitest runs projects with other numbers of workers one after the other, where no project is named.
    sequence: { groupOrder: maxWorkers },
    expect: { poll: { timeout: PATIENCE } },
    setupFiles: ['test/tools/setup.ts'],
    include,
    exclude,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    sequence: { sequencer: ByEnvironment },
    projects: [
      // A process for each of 180 files took half of the time; test/tools/setup.ts gives every file its own modules without.
      // Vitest leaves one core free; on two cores that doubles the time of `npm run check`.
      withoutBrowser('unit', ['test/unit/**/*.test.{ts,tsx}'], [LONG], { isolate: false, maxWorkers: 2 }),
      // Half of what these take is waiting: for answers that come late, for windows of requests to pass.
      withoutBrowser('long', [LONG], [], { isolate: true, maxWorkers: 3 }),
      {
        test: {
          name: 'chromium',
          include: ['test/e2e/**/*.chromium.test.ts'],
          expect: { poll: { timeout: PATIENCE } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['test/e2e/**/*.firefox.test.ts'],
          expect: { poll: { timeout: PATIENCE } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
