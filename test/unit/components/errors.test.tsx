// @vitest-environment jsdom
// Every failure has words: what happened, what is safe, what next; and hostile detail stays text.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Trouble } from '../../../components/parts/trouble.tsx';
import { wordsFor } from '../../../components/words/errors.ts';
import { AppError, type ErrorCode, type ErrorDetail } from '../../../lib/error.ts';

afterEach(cleanup);

/** Total by type: a new code does not compile until it is tested too. */
const CODES: Record<ErrorCode, true> = {
  locked: true,
  'no-vault': true,
  'vault-exists': true,
  'wrong-passphrase': true,
  'weak-passphrase': true,
  corrupt: true,
  'disk-full': true,
  unreachable: true,
  timeout: true,
  'insecure-url': true,
  unauthorized: true,
  'missing-scope': true,
  plan: true,
  'set-up': true,
  'rate-limited': true,
  budget: true,
  'not-found': true,
  conflict: true,
  rejected: true,
  malformed: true,
  server: true,
  doubtful: true,
  unsupported: true,
  'bad-otpauth': true,
  'no-qr': true,
  'no-account': true,
  'no-access': true,
  'no-field': true,
  'not-visible': true,
  forbidden: true,
  'over-budget': true,
  'card-frozen': true,
  'card-cancelled': true,
  'reveal-cap': true,
  'bad-card-key': true,
  'no-card-key': true,
  'other-card-key': true,
  'card-unreadable': true,
  'card-mismatch': true,
  costly: true,
  'vault-changed': true,
  several: true,
  'closed-text': true,
  bug: true,
};
const codes = Object.keys(CODES) as ErrorCode[];

const FULL: ErrorDetail = {
  field: 'email_username',
  retryAfter: 42_000,
  cost: 120,
  remaining: 482,
  status: 503,
  limit: 'messages:read',
  what: 'address',
  host: 'api.example',
  said: 'Handle taken',
};

describe.each([
  ['without detail', {}],
  ['with every detail', FULL],
])('words %s', (_, detail) => {
  it.each(codes)('%s: three whole sentences, no gap, no bare code', (code) => {
    const { title, safe, next, button } = wordsFor({ code, detail });
    for (const sentence of [title, safe, next]) {
      expect(sentence).toMatch(/^(\P{Ll}|api\.example)/u);
      expect(sentence).not.toMatch(/\$\d|undefined|error[A-Z]|\(\)|“”|^\s|\s$/);
    }
    if (button) expect(button.label.length).toBeGreaterThan(2);
  });
});

describe('detail in words', () => {
  it('says how long to wait in the unit that fits', () => {
    const next = (retryAfter: number) => wordsFor({ code: 'rate-limited', detail: { retryAfter } }).next;
    expect(next(1)).toBe('Try again in 1 second.');
    expect(next(42_000)).toBe('Try again in 42 seconds.');
    expect(next(600_000)).toBe('Try again in 10 minutes.');
    expect(next(3 * 3_600_000)).toBe('Try again in 3 hours.');
    expect(next(951_160_000)).toBe('Try again in 12 days.');
  });

  it('quotes the service without letting its markup in', () => {
    const error = new AppError('rejected', { field: 'name', said: '<img src=x onerror=alert(1)>' });
    const { container } = render(<Trouble error={error} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('<img src=x');
  });
});

describe('the one button', () => {
  it('does what the surface gave it, and is left out where nobody can do it', () => {
    const retry = vi.fn();
    const { rerender } = render(<Trouble error={new AppError('timeout')} acts={{ retry }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
    rerender(<Trouble error={new AppError('timeout')} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('did not answer in time');
  });
});

it('a receiver of one’s own that has nothing, or asks for a log-in, is not told of as a service whose key failed', () => {
  for (const code of ['not-found', 'unauthorized'] as const) {
    const { title, next } = wordsFor(
      new AppError(code, { what: 'receiver', host: 'me.example', status: 401 }),
    );
    expect(title).toContain('me.example');
    expect(`${title} ${next}`).not.toMatch(/key|deleted/i);
    expect(next).toContain('401');
  }
});

// A service names limits and rights in words of its own; looked up unguarded, `__defineGetter__` threw while the failure was told.
it.each(['constructor', 'toString', '__proto__', '__defineGetter__', 'hasOwnProperty'])(
  'a service’s word that every object has, %s, is a word like any other',
  (limit) => {
    for (const code of ['plan', 'missing-scope'] as const) {
      const { title, safe, next } = wordsFor(new AppError(code, { limit, host: 'api.example' }));
      expect([title, safe, next].map((words) => typeof words)).toEqual(['string', 'string', 'string']);
      expect(title).toContain(limit);
    }
  },
);
