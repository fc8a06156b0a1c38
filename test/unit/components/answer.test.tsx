// @vitest-environment jsdom
// Opened answers on the screen: values are text whatever they hold, a No is as plain as a Yes, what was not shared is said, and what is
// not proven is called that.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { AnswerCard } from '../../../components/options/answer-card.tsx';
import { SEALED_TROUBLES, SIGNATURES } from '../../../lib/checks/answers.ts';
import { t } from '../../../lib/i18n.ts';
import type { CheckAnswer, SealedTrouble, SignatureVerdict } from '../../../lib/sealed-answer.ts';
import type { AnswerView } from '../../../lib/webhook-view.ts';

afterEach(cleanup);

const answer = (over: Partial<CheckAnswer> = {}): CheckAnswer => ({
  type: 'succeeded',
  typeWord: 'verification.session.succeeded',
  eventId: 'evt_1',
  sessionId: `vs_${'a'.repeat(64)}`,
  claims: [],
  failureCode: null,
  cancelReason: null,
  ...over,
});
const FRESH = { kind: 'fresh', signedAt: 1_800_000_000_000 } as const;
const show = (
  told: Partial<CheckAnswer>,
  over: Partial<AnswerView> = {},
  signature: SignatureVerdict = FRESH,
): string => {
  const opened = { kind: 'opened', answer: answer(told), signature, keyId: 'k' } as const;
  render(<AnswerCard view={{ opened, entry: null, before: null, kept: false, ...over }} />);
  return screen.getByRole('article').textContent ?? '';
};

test('markup, overrides and links in a value are text', () => {
  const said = show({
    claims: [
      { claim: 'family_name', value: '<img src=x onerror=alert(1)>\u202eNOSSKIRE' },
      { claim: 'website<b>', value: 'javascript:alert(1)' },
    ],
  });
  expect(said).toContain('<img src=x onerror=alert(1)>NOSSKIRE');
  expect(said).not.toContain('\u202e');
  expect(document.querySelector('img, a, article b')).toBeNull();
});

test('ages are answered with their threshold, either way; nothing else is concluded', () => {
  expect(show({ claims: [{ claim: 'age_over_18', value: true }] })).toContain('Yes, over 18');
  cleanup();
  expect(show({ claims: [{ claim: 'age_over_18', value: false }] })).toContain('No, not over 18');
});

test('an answer of a new kind, with what it says of itself', () => {
  expect(show({ type: 'unknown', typeWord: 'verification.session.paused' })).toContain(
    'verification.session.paused',
  );
});

describe('what proves nothing is marked before its values', () => {
  const kinds = Object.keys(SIGNATURES) as SignatureVerdict['kind'][];
  test.each(kinds)('%s', (kind) => {
    const verdict = { kind, signedAt: 1_800_000_000_000 } as SignatureVerdict;
    show({ claims: [{ claim: 'family_name', value: 'ERIKSSON' }] }, {}, verdict);
    expect(document.querySelectorAll('.notice')).toHaveLength(SIGNATURES[kind].proven ? 0 : 1);
  });
});

test.each(Object.keys(SEALED_TROUBLES) as SealedTrouble[])('closed: %s is said in words', (why) => {
  const opened = { kind: 'closed', why, signature: { kind: 'unchecked' } } as const;
  render(<AnswerCard view={{ opened, entry: null, before: null, kept: false }} />);
  expect(screen.getByRole('article').textContent).toContain(t(SEALED_TROUBLES[why]));
});
