// One thing at a time under a name: who asks for the same joins it, who asks for something else comes after.
import { expect, test } from 'vitest';
import { Cancelled, cancelRun, run, runOf } from '../../../lib/sync/runs.ts';

/** Work that ends when it is told to. */
function held<T>(result: T) {
  let end: (error?: Error) => void = () => undefined;
  let started = 0;
  const work = (signal: AbortSignal, count: (counts: { done: number; total: number | null }) => void) => {
    started += 1;
    count({ done: started, total: null });
    return new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      end = (error) => (error ? reject(error) : resolve(result));
    });
  };
  return { work, started: () => started, end: (error?: Error) => end(error) };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('the same asking is answered once for both', async () => {
  const one = held('one');
  const answers = Promise.all([run('a', 'same', one.work), run('a', 'same', one.work)]);
  await soon();
  expect([one.started(), runOf('a')]).toEqual([1, { done: 1, total: null }]);
  one.end();
  expect(await answers).toEqual(['one', 'one']);
  expect(runOf('a')).toBeNull();
});

test('another asking waits for its turn, and does not care how the first ended', async () => {
  const [one, two] = [held('one'), held('two')];
  const first = run('b', 'this', one.work);
  const second = run('b', 'that', two.work);
  await soon();
  expect(two.started()).toBe(0);
  one.end(new Error('failed'));
  await expect(first).rejects.toThrow('failed');
  await soon();
  expect(two.started()).toBe(1);
  two.end();
  expect(await second).toBe('two');
});

test('what nothing is the same as never joins, and what is ended says so', async () => {
  const [one, two] = [held(1), held(2)];
  const first = run('c', null, one.work);
  const second = run('c', null, two.work);
  await soon();
  expect(cancelRun('c')).toBe(true);
  await expect(first).rejects.toBeInstanceOf(Cancelled);
  await soon();
  two.end();
  expect(await second).toBe(2);
  expect(cancelRun('c')).toBe(false);
});
