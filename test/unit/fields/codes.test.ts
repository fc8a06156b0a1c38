// Code fields, single and split, on snapshots built by hand: how they are known, where the code comes from by the page's
// own words, and which rows of boxes are none.
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import type { PageSnapshot } from '../../../lib/fields/types.ts';
import type { FormKind } from '../../../lib/model.ts';
import { type ElementDraft, makeBoxes, makePage } from './make.ts';

const roles = (page: PageSnapshot): string[] => classify(page).fields.map(({ role }) => role);
const kind = (page: PageSnapshot): FormKind | undefined => classify(page).forms[0]?.kind;

describe('codes', () => {
  it('are known by the standard token, and by words', () => {
    expect(roles(makePage([{ autocomplete: ['one-time-code'] }]))).toEqual(['code']);
    expect(roles(makePage([{ label: 'Verification code' }]))).toEqual(['code']);
    expect(roles(makePage([{ placeholder: 'Bestätigungscode' }]))).toEqual(['code']);
  });

  it('called just "Code" need a page that speaks of one', () => {
    const code: ElementDraft = { label: 'Code', maxLength: 6, inputMode: 'numeric' };
    expect(roles(makePage([code], { text: 'Enter the verification code we sent to your email.' }))).toEqual([
      'code',
    ]);
    expect(roles(makePage([{ label: 'Code' }, { label: 'Quantity' }]))[1]).toBe('other');
  });

  it.each<[FormKind, string]>([
    ['code-email', 'We sent you an email with a code. Check your inbox.'],
    ['code-sms', 'We sent a text message to the phone ending in 42.'],
    ['code-totp', 'Open your authenticator app and enter the code.'],
    ['code-sms', 'Wir haben Ihnen eine SMS geschickt.'],
    ['code-email', 'メールに記載された認証コードを入力してください'],
    ['code', 'Enter the code.'],
  ])('come by %s where the page says so: %s', (expected, text) => {
    expect(kind(makePage([{ label: 'Verification code' }], { text }))).toBe(expected);
  });

  it('stay of unknown origin when the page names two ways at once', () => {
    const text = 'Check your inbox or the text message we sent.';
    expect(kind(makePage([{ label: 'Verification code' }], { text }))).toBe('code');
  });

  it('beside a card number are the security code of the card', () => {
    const page = makePage([{ label: 'Card number' }, { label: 'Security code' }]);
    expect(roles(page)).toEqual(['card-number', 'card-code']);
  });
});

describe('split codes', () => {
  it.each(['text', 'tel', 'number', 'password'])('of type %s are one field of six boxes', (type) => {
    const { fields } = classify(makePage(makeBoxes(6, { type, maxLength: 1 })));
    expect(fields.map(({ role }) => role)).toEqual(Array(6).fill('code'));
    expect(fields[3]?.group).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
  });

  it('are found without maxlength where the row is named so', () => {
    const boxes = makeBoxes(4, {
      rowNaming: 'mantine-PinInput-root',
      box: { x: 0, y: 0, width: 170, height: 22 },
    });
    expect(classify(makePage(boxes)).fields[0]?.group).toHaveLength(4);
  });

  it('may let the first box take a pasted code', () => {
    const [first = {}, ...rest] = makeBoxes(6, { maxLength: 1, className: 'otp' });
    expect(classify(makePage([{ ...first, maxLength: 6 }, ...rest])).fields[0]?.group).toHaveLength(6);
  });

  it.each([
    ['three boxes (a date)', makeBoxes(3, { maxLength: 1 })],
    ['nine boxes (a serial number)', makeBoxes(9, { maxLength: 1 })],
    ['quarters of a card number', makeBoxes(4, { maxLength: 4, name: 'cardPart' })],
    [
      'short fields that each have a label',
      makeBoxes(4, { maxLength: 8 }).map((box, index) => ({ ...box, label: `Size ${'abcd'[index]}` })),
    ],
    ['a row of wide plain fields', makeBoxes(5, { box: { x: 0, y: 0, width: 200, height: 30 } })],
  ])('are not %s', (_, boxes) => {
    expect(classify(makePage(boxes)).fields.every(({ group }) => group.length === 1)).toBe(true);
  });
});
