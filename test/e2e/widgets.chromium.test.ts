// The fast part of the live widgets in real Chromium: what the page's own state received, and that nothing else was claimed.
// Leans on test/score/widgets; `npm run score:widgets` runs all of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WIDGETS } from '../fixtures/widgets/all.ts';
import { PROMISED } from '../fixtures/widgets/promised.ts';
import { known } from '../score/widgets/ratchet.ts';
import { runWidget } from '../score/widgets/run.ts';
import { type Serving, serve } from '../score/widgets/server.ts';
import { openStage, type Stage } from '../score/widgets/stage.ts';

let serving: Serving;
let stage: Stage;

beforeAll(async () => {
  [serving, stage] = await Promise.all([serve(), openStage('chromium')]);
});
afterAll(async () => {
  await stage?.close();
  await serving?.close();
});

const misses = known('chromium');

const promised = new Set(Object.values(PROMISED).flat());

test.each(WIDGETS.filter(({ fast, id }) => fast || promised.has(id)))('$id', async (widget) => {
  const { verdict, detail } = await runWidget(stage, serving, widget);
  expect(verdict, detail).toBe(misses[widget.id] ?? 'right');
});
