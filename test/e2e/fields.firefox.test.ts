// lib/fields against real pages in Firefox: typing, split codes, and what may not be typed into.
import { afterAll, beforeAll } from 'vitest';
import { startWorlds, type Worlds } from './fields/firefox-world.ts';
import { testGuard } from './fields/guard.ts';
import { testOneField } from './fields/one.ts';
import { testSplitCode } from './fields/split.ts';
import type { Open } from './fields/world.ts';

let worlds: Worlds;

beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => worlds?.close());

const open: Open = (body) => worlds.open(body);
testOneField(open);
testSplitCode(open);
testGuard(open);
