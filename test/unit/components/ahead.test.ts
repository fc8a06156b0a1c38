// Answers asked for ahead of their screen: taken once, by the same question, while fresh; a failure is asked again. Leans on the
// transport at the browser's border.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from '../../../components/state/ask.ts';
import { askAhead } from '../../../components/state/opening.ts';
import { AppError } from '../../../lib/error.ts';
import { serve, type Transport } from './transport.ts';

const EMPTY = { known: [] };

let locked = false;
let transport: Transport;
beforeEach(() => {
  vi.useFakeTimers();
  locked = false;
  transport = serve({
    'destinations.known': () => {
      if (locked) throw new AppError('locked');
      return EMPTY;
    },
  });
});
afterEach(() => {
  transport.stop();
  vi.useRealTimers();
});

const calls = () => transport.asked.filter(({ call }) => call === 'destinations.known').length;

test('is taken by the one who asks next, once', async () => {
  askAhead('destinations.known', {});
  expect(await ask('destinations.known', {})).toEqual(EMPTY);
  expect(calls()).toBe(1);
  await ask('destinations.known', {});
  expect(calls()).toBe(2);
});

test('is no answer to another question', async () => {
  askAhead('draft.get', { place: 'a' });
  await ask('draft.get', { place: 'b' });
  expect(transport.asked.map(({ args }) => args)).toEqual([{ place: 'a' }, { place: 'b' }]);
});

test('is asked anew where it failed', async () => {
  locked = true;
  askAhead('destinations.known', {});
  await vi.advanceTimersByTimeAsync(0);
  locked = false;
  expect(await ask('destinations.known', {})).toEqual(EMPTY);
  expect(calls()).toBe(2);
});

test('is forgotten where nobody came for it soon', async () => {
  askAhead('destinations.known', {});
  await vi.advanceTimersByTimeAsync(2000);
  await ask('destinations.known', {});
  expect(calls()).toBe(2);
});
