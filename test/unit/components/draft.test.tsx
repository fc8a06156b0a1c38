// @vitest-environment jsdom
// Nothing typed is lost: a draft outlives the screen at any keystroke, is cleared on success, never holds a passphrase.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Unlock } from '../../../components/screens/unlock.tsx';
import { revive, useDraft } from '../../../components/state/draft.ts';
import { AppError } from '../../../lib/error.ts';
import { serve, type Transport } from './transport.ts';

let transport: Transport;
afterEach(() => {
  cleanup();
  transport.stop();
});

function Form() {
  const draft = useDraft('test', { text: '' });
  return (
    <>
      <input
        aria-label="text"
        value={draft.value.text}
        onInput={(event) => draft.set({ text: event.currentTarget.value })}
      />
      <button type="button" onClick={() => void draft.clear()}>
        done
      </button>
      {draft.ready && <p>ready</p>}
    </>
  );
}

const type = (text: string) => fireEvent.input(screen.getByLabelText('text'), { target: { value: text } });
const shown = () => (screen.getByLabelText('text') as HTMLInputElement).value;

describe('a draft', () => {
  it('comes back after the popup closed right after a keystroke', async () => {
    transport = serve();
    const { unmount } = render(<Form />);
    await screen.findByText('ready');
    await type('half a wor');
    unmount();
    render(<Form />);
    await waitFor(() => expect(shown()).toBe('half a wor'));
  });

  it('is sealed when the page goes away, without waiting for the rest after typing', async () => {
    transport = serve();
    render(<Form />);
    await screen.findByText('ready');
    await type('going');
    expect(transport.drafts.has('test')).toBe(false);
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(transport.drafts.get('test')).toBe('{"text":"going"}'));
  });

  it('does not replace what was typed before the kept one was even asked for', async () => {
    transport = serve();
    transport.drafts.set('test', '{"text":"old"}');
    render(<Form />);
    // Effects run after the first paint: a quick keystroke comes before the question.
    await type('quick');
    await screen.findByText('ready');
    expect(shown()).toBe('quick');
    await waitFor(() => expect(transport.drafts.get('test')).toBe('{"text":"quick"}'));
  });

  it('does not replace what was typed before the kept one arrived', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    transport = serve({
      // The answer may be a promise on the wire; the contract's type names what it resolves to.
      'draft.get': (() => held.then(() => ({ value: '{"text":"old"}' }))) as never,
    });
    render(<Form />);
    await type('new');
    await act(async () => release());
    await screen.findByText('ready');
    expect(shown()).toBe('new');
  });

  it('is gone after success, also when a sealing was still under way', async () => {
    transport = serve();
    render(<Form />);
    await screen.findByText('ready');
    await type('sent');
    fireEvent.click(screen.getByText('done'));
    await waitFor(() =>
      expect(transport.asked.at(-1)).toEqual({ call: 'draft.set', args: { place: 'test', value: null } }),
    );
    expect(transport.drafts.has('test')).toBe(false);
    expect(shown()).toBe('');
  });

  it('lets typing go on while locked, and reads the kept one after unlocking', async () => {
    let locked = true;
    transport = serve({
      'draft.get': () => {
        if (locked) throw new AppError('locked');
        return { value: '{"text":"kept"}' };
      },
    });
    render(<Form />);
    await screen.findByText('ready');
    expect(shown()).toBe('');
    locked = false;
    await act(() => transport.tell('vault'));
    await waitFor(() => expect(shown()).toBe('kept'));
  });

  it('keeps members whose kind still fits and nothing else', () => {
    const initial = { name: 'a', count: 1, on: false };
    expect(revive('{"name":"b","count":"2","on":true,"__proto__":{"x":1},"extra":1}', initial)).toEqual({
      name: 'b',
      count: 1,
      on: true,
    });
    const quiet = vi.spyOn(console, 'error').mockReturnValue(undefined);
    expect(revive('{broken', initial)).toEqual(initial);
    quiet.mockRestore();
  });
});

describe('a passphrase', () => {
  it('is sent to unlock and to nothing else', async () => {
    transport = serve({
      'vault.unlock': () => {
        throw new AppError('wrong-passphrase');
      },
    });
    const { unmount } = render(<Unlock />);
    const field = screen.getByLabelText('Passphrase');
    await fireEvent.input(field, { target: { value: 'correct horse battery' } });
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
    await screen.findByText(/does not open this vault/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('autocomplete')).toBe('off');
    unmount();
    expect(transport.asked.map(({ call }) => call)).toEqual(['vault.unlock']);
  });
});
