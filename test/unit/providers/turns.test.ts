// Taking turns: in order, one at a time under a name, none held up by another's failure or by another name.
import { expect, test } from 'vitest';
import { inTurn } from '../../../lib/providers/turns.ts';

/** Work that ends when it is told to. */
function held() {
  let end: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const gate = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { gate, end, fail };
}

test('the second begins when the first has ended', async () => {
  const first = held();
  const begun: string[] = [];
  const one = inTurn('a', () => {
    begun.push('one');
    return first.gate;
  });
  const two = inTurn('a', async () => {
    begun.push('two');
    return 'second';
  });
  const other = await inTurn('b', async () => [...begun]);
  expect(other).toEqual(['one']);
  first.end('first');
  expect(await Promise.all([one, two])).toEqual(['first', 'second']);
  expect(begun).toEqual(['one', 'two']);
});

test('a failure is its own caller’s, and the next one goes on', async () => {
  const first = held();
  const one = inTurn('a', () => first.gate);
  const two = inTurn('a', async () => 'second');
  first.fail(new Error('no'));
  await expect(one).rejects.toThrow('no');
  expect(await two).toBe('second');
  expect(await inTurn('a', async () => 'third')).toBe('third');
});
