// @vitest-environment jsdom
// How far a long piece of work is: of how many only once that was counted, never "0 / 0".
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Progress } from '../../../components/parts/progress.tsx';

afterEach(cleanup);

test.each([
  [0, 0, 'Opening 0', null],
  [300, null, 'Opening 300', null],
  [300, 1200, 'Opening 300 / 1,200', '300'],
] as const)('%s of %s', (done, total, words, value) => {
  render(<Progress label="Opening" done={done} total={total} />);
  expect(screen.getByRole('status').textContent).toBe(words);
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe(value);
});
