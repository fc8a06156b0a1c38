// @vitest-environment jsdom
// News at the foot goes by itself, and stays while somebody is about to use it: with the pointer on it, or the focus in it.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts, useToast } from '../../../components/parts/toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const undo = vi.fn();
function Teller() {
  const tell = useToast();
  const news = () =>
    tell('Two switched off', 'good', { label: 'Undo', until: Date.now() + 30_000, run: undo });
  return (
    <button type="button" onClick={news}>
      Tell
    </button>
  );
}

async function tellNews(): Promise<HTMLElement> {
  render(
    <Toasts>
      <Teller />
    </Toasts>,
  );
  await act(() => void fireEvent.click(screen.getByText('Tell')));
  return screen.getByText('Undo');
}
const toastOf = (button: HTMLElement) => button.closest('.toast') as HTMLElement;
const leaveByPointer = (button: HTMLElement) => fireEvent.pointerLeave(toastOf(button));
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));
const isThere = () => screen.queryByText('Two switched off') !== null;

it('goes when its act helps no more', async () => {
  await tellNews();
  await pass(29_000);
  expect(isThere()).toBe(true);
  await pass(1_500);
  expect(isThere()).toBe(false);
});

it.each([
  ['pointer', (button: HTMLElement) => fireEvent.pointerEnter(toastOf(button)), leaveByPointer],
  ['focus', (button: HTMLElement) => button.focus(), (button: HTMLElement) => button.blur()],
] as const)('stays under the %s, and goes after it', async (_, enter, leave) => {
  const button = await tellNews();
  await act(() => void enter(button));
  await pass(90_000);
  expect(isThere()).toBe(true);
  await act(() => void leave(button));
  await pass(5_000);
  expect(isThere()).toBe(false);
});

it('is taken away at once with its act', async () => {
  const button = await tellNews();
  await act(() => void fireEvent.click(button));
  expect(undo).toHaveBeenCalledOnce();
  expect(isThere()).toBe(false);
});
