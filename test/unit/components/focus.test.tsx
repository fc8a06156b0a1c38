// @vitest-environment jsdom
// Where the focus is when what held it goes: a closed question gives it back to the button that asked, an answered notice to the title
// of its screen. Nobody who works by keys is sent back to the top of the page.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { Dialog } from '../../../components/parts/dialog.tsx';
import { Screen } from '../../../components/parts/screen.tsx';
import { useFocusKept } from '../../../components/state/focus-kept.ts';

beforeAll(() => {
  // jsdom draws no dialogs: what opening one does to the focus is enough here.
  HTMLDialogElement.prototype.showModal ??= function () {
    this.open = true;
    this.querySelector<HTMLElement>('button')?.focus();
  };
  HTMLDialogElement.prototype.close ??= function () {
    this.open = false;
  };
});
afterEach(cleanup);

function Asking() {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const cancel = (
    <button type="button" onClick={close}>
      Cancel
    </button>
  );
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        Delete
      </button>
      {asking && (
        <Dialog title="Delete it?" actions={cancel} onClose={close}>
          For good.
        </Dialog>
      )}
    </>
  );
}

it('comes back to the button that opened a question, however that was closed', async () => {
  render(<Asking />);
  const opener = screen.getByText('Delete');
  opener.focus();
  await act(() => void fireEvent.click(opener));
  expect(document.activeElement).toBe(screen.getByText('Cancel'));
  await act(() => void fireEvent.click(screen.getByText('Cancel')));
  expect(document.activeElement).toBe(opener);
});

function Notice({ onAnswer }: { onAnswer: () => void }) {
  const box = useFocusKept<HTMLDivElement>();
  return (
    <div ref={box}>
      <button type="button" onClick={onAnswer}>
        Send now
      </button>
    </div>
  );
}

function Noticed() {
  const [there, setThere] = useState(true);
  return (
    <Screen title="Address" onBack={() => undefined}>
      <button type="button">Elsewhere</button>
      {there && <Notice onAnswer={() => setThere(false)} />}
    </Screen>
  );
}

it('goes to the title when a notice that was answered goes', async () => {
  render(<Noticed />);
  const button = screen.getByText('Send now');
  button.focus();
  await act(() => void fireEvent.click(button));
  expect(document.activeElement).toBe(screen.getByRole('heading'));
});

it('stays where it is when a notice goes that does not have it', async () => {
  render(<Noticed />);
  const elsewhere = screen.getByText('Elsewhere');
  elsewhere.focus();
  await act(() => void fireEvent.click(screen.getByText('Send now')));
  expect(document.activeElement).toBe(elsewhere);
});
