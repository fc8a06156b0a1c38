// What is promised of code fields is held by widgets that exist, and none of them is a known miss.
import { expect, test } from 'vitest';
import { WIDGETS } from '../../fixtures/widgets/all.ts';
import { PROMISED } from '../../fixtures/widgets/promised.ts';
import { known } from '../../score/widgets/ratchet.ts';

const ids = new Set(WIDGETS.map(({ id }) => id));

test.each(Object.entries(PROMISED))('%s', (_, widgets) => {
  expect(widgets.length).toBeGreaterThan(0);
  for (const id of widgets) {
    expect(ids).toContain(id);
    expect(known('chromium')[id] ?? known('firefox')[id]).toBeUndefined();
  }
});
