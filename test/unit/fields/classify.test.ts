// One case a claim, on snapshots built by hand: what recognition must see, and what it must leave alone, and why.
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { planField } from '../../../lib/fields/plan.ts';
import type { PageSnapshot } from '../../../lib/fields/types.ts';
import type { FormKind } from '../../../lib/model.ts';
import { type ElementDraft, makeBoxes, makePage } from './make.ts';

const roles = (page: PageSnapshot): string[] => classify(page).fields.map(({ role }) => role);
const kind = (page: PageSnapshot): FormKind | undefined => classify(page).forms[0]?.kind;
const password: ElementDraft = { type: 'password', label: 'Password' };

describe('addresses', () => {
  it.each([
    ['its type alone', { type: 'email' }],
    ['its label', { label: 'E-mail address' }],
    ['a run-together name', { name: 'txtUserEmail' }],
    ['a placeholder in German', { placeholder: 'E-Mail-Adresse' }],
    ['a placeholder in Japanese', { placeholder: 'メールアドレス' }],
    ['the cell to its left', { texts: { cell: 'E-mail:' } }],
    ['a floating label after it', { texts: { after: 'Email' }, name: 'email' }],
  ])('are known by %s', (_, element) => {
    expect(roles(makePage([element]))).toEqual(['email']);
  });

  it('asked for twice are an address and its confirmation', () => {
    expect(roles(makePage([{ label: 'Email' }, { label: 'Confirm email' }]))).toEqual([
      'email',
      'email-confirm',
    ]);
  });

  it('that may also be a name are log-in names on a log-in, addresses on a sign-up', () => {
    const both: ElementDraft = { label: 'Email or phone' };
    expect(roles(makePage([both, password], { submits: ['Log in'] }))[0]).toBe('username');
    expect(roles(makePage([both, password, { label: 'First name' }], { submits: ['Sign up'] }))[0]).toBe(
      'email',
    );
  });

  it('are not what a long sentence merely mentions', () => {
    const consent =
      'Tell us which of our products you would like to hear about by e-mail or by post from now on';
    expect(roles(makePage([{ label: consent, tag: 'select', type: 'select' }]))).toEqual(['other']);
  });
});

describe('log-in names', () => {
  it('are whatever stands before the only password of a log-in', () => {
    // Libraries, airlines, tax offices: a look-alike anywhere else, the log-in name here.
    const page = makePage([{ label: 'Membership number' }, password], { submits: ['Log in'] });
    expect(roles(page)).toEqual(['username', 'current-password']);
  });

  it('are not the search box or the captcha before a password', () => {
    const page = makePage([{ label: 'Type the characters you see' }, password], { submits: ['Log in'] });
    expect(roles(page)[0]).toBe('other');
  });
});

describe('passwords', () => {
  it('are current on a log-in and new on a sign-up, though both are called "password"', () => {
    expect(roles(makePage([{ label: 'Email' }, password], { submits: ['Log in'] }))[1]).toBe(
      'current-password',
    );
    expect(roles(makePage([{ label: 'Email' }, password], { submits: ['Create account'] }))[1]).toBe(
      'new-password',
    );
  });

  it('are both new when the second repeats the first', () => {
    const page = makePage([{ label: 'Email' }, password, { type: 'password', label: 'Repeat password' }]);
    expect(roles(page)).toEqual(['email', 'new-password', 'new-password']);
  });

  it('are current, new, new on a change of password', () => {
    const page = makePage(
      [
        { type: 'password', label: 'Current password' },
        { type: 'password', label: 'New password' },
        { type: 'password', label: 'Confirm new password' },
      ],
      { submits: ['Change password'] },
    );
    expect(roles(page)).toEqual(['current-password', 'new-password', 'new-password']);
    expect(kind(page)).toBe('settings');
  });

  it('of a log-in stay current where the page says new-password only to keep browsers quiet', () => {
    const page = makePage([{ label: 'Email' }, { ...password, autocomplete: ['new-password'] }], {
      submits: ['Log in'],
      links: ['Forgot your password?'],
      headings: ['Log in'],
    });
    expect(roles(page)[1]).toBe('current-password');
  });
});

describe('look-alikes get nothing', () => {
  it.each<[string, ElementDraft]>([
    ['a promo code', { label: 'Promo code' }],
    ['a gift card', { label: 'Gift card number' }],
    ['a profile PIN', { type: 'password', label: 'Profile PIN', maxLength: 4, inputMode: 'numeric' }],
    ['a captcha by words', { label: 'Enter the code shown in the image' }],
    ['a captcha by its picture', { label: 'Verification code', maxLength: 4, picture: true }],
    ['an order number', { label: 'Order number' }],
    ['a search box', { type: 'search', placeholder: 'Search by name or email' }],
    ['a postal code', { label: 'Zip code', maxLength: 5, inputMode: 'numeric' }],
    ['a quantity', { type: 'number', label: 'Quantity' }],
    ['a comment', { tag: 'textarea', type: 'textarea', label: 'Your message' }],
    ['a country calling code', { label: 'Country code' }],
    ['the code a device shows', { label: 'Enter the code displayed on your device' }],
    ['a coupon in German', { label: 'Gutscheincode' }],
    ['an image code in Chinese', { placeholder: '图形验证码' }],
  ])('%s', (_, element) => {
    const readings = classify(makePage([element], { text: 'Enter the code' }));
    expect(readings.fields[0]).toMatchObject({ role: 'other', eligible: false });
    expect(planField(readings, 'r1')).toBeNull();
  });
});

describe('forms', () => {
  it.each<[FormKind, ElementDraft[], Parameters<typeof makePage>[1]]>([
    ['newsletter', [{ type: 'email' }], { submits: ['Subscribe'], headings: ['Our newsletter'] }],
    ['sign-up', [{ type: 'email' }, password], { submits: ['Create account'] }],
    ['sign-up', [{ type: 'email' }, password], { submits: ['Jetzt registrieren'] }],
    ['log-in', [{ type: 'email' }, password], { submits: ['Se connecter'] }],
    [
      'contact',
      [{ type: 'email' }, { tag: 'textarea', type: 'textarea', label: 'Message' }],
      { submits: ['Send message'] },
    ],
    [
      'checkout',
      [{ type: 'email' }, { label: 'Street' }, { label: 'City' }, { label: 'Zip code' }],
      { submits: ['Continue to payment'] },
    ],
    ['payment', [{ label: 'Card number' }, { label: 'CVV' }], { submits: ['Pay now'] }],
    ['search', [{ type: 'search' }], { submits: ['Search'] }],
    [
      'code-totp',
      makeBoxes(6, { maxLength: 1 }),
      { headings: ['Two-factor log-in'], text: 'Open your authenticator and enter the code it shows.' },
    ],
    ['unknown', [{ label: 'Favourite colour' }], {}],
  ])('%s', (expected, elements, form) => {
    expect(kind(makePage(elements, form))).toBe(expected);
  });
});

describe('parts of dates belong to what stands around them', () => {
  const parts: ElementDraft[] = [{ placeholder: 'MM' }, { placeholder: 'YYYY' }];
  it('beside a card number they are its expiry', () => {
    expect(roles(makePage([{ label: 'Card number' }, ...parts]))).toEqual([
      'card-number',
      'card-expiry-month',
      'card-expiry-year',
    ]);
  });
  it('as day, month and year they are a birthday', () => {
    expect(roles(makePage([{ placeholder: 'DD' }, ...parts]))).toEqual([
      'birth-day',
      'birth-month',
      'birth-year',
    ]);
  });
  it('alone they are nothing', () => {
    expect(roles(makePage(parts))).toEqual(['other', 'other']);
  });
});

describe('a card number is known by its example', () => {
  it.each([
    '1234 1234 1234 1234',
    '4242-4242-4242-4242',
    'XXXX XXXX XXXX XXXX',
    '•••• •••• •••• ••••',
    '3782 822463 10005',
  ])('%s', (placeholder) => expect(roles(makePage([{ placeholder }]))).toEqual(['card-number']));
  it.each(['1234 5678', 'DE89 3704 0044 0532 0130 00', '2026-01-01', '123456'])(
    'and %s is none',
    (placeholder) => {
      expect(roles(makePage([{ placeholder }]))).toEqual(['other']);
    },
  );
});

describe('the plan', () => {
  const offered = (element: ElementDraft): boolean => planField(classify(makePage([element])), 'r1') !== null;

  it.each<[string, ElementDraft]>([
    ['hidden', { type: 'email', seen: 'not-rendered' }],
    ['off screen', { type: 'email', seen: 'off-screen' }],
    ['transparent', { type: 'email', seen: 'transparent' }],
    ['disabled', { type: 'email', disabled: true }],
    ['read-only', { type: 'email', readOnly: true }],
  ])('offers nothing in a field that is %s', (_, element) => {
    expect(offered({ type: 'email' })).toBe(true);
    expect(offered(element)).toBe(false);
  });

  it('offers nothing for a user name of a sign-up, and the address used here on a log-in', () => {
    const name: ElementDraft = { label: 'Username' };
    const signUp = makePage([name, password, { type: 'email', label: 'Email' }], { submits: ['Sign up'] });
    expect(planField(classify(signUp), 'r1')).toBeNull();
    const logIn = makePage([name, password], { submits: ['Log in'] });
    expect(planField(classify(logIn), 'r1')).toMatchObject({ role: 'username', form: 'log-in' });
  });

  it('names all boxes of a split code, whichever has focus', () => {
    const plan = planField(classify(makePage(makeBoxes(6, { maxLength: 1 }))), 'r4');
    expect(plan).toMatchObject({
      ref: 'r4',
      role: 'code',
      boxes: 6,
      group: ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'],
    });
  });
});

it('gives reasons with every verdict, none of them the page’s own text', () => {
  const readings = classify(makePage([{ label: 'Your E-mail, secret-campaign-77' }]));
  expect(readings.fields[0]?.because).toEqual(['label:email']);
});

it('reads a hostile page in bounded time: cost is words, not backtracking', () => {
  const trap = 'a-'.repeat(80);
  const elements = Array.from({ length: 300 }, () => ({
    label: trap,
    name: trap,
    id: trap,
    className: trap,
    placeholder: trap,
  }));
  expect(classify(makePage(elements)).fields).toHaveLength(300);
});
