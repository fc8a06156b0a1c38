// How loudly a cue speaks, by its key: the same in every language. Leans on cue.ts. Phrases outweigh words that also name
// look-alikes ("code" alone may be a coupon, "name" alone anyone's); look-alikes need only be louder than what they
// resemble.
import type { FieldCue, FormCue, PasswordCue } from './cue.ts';

export const FAINT_GIVEN_NAME = 2.9;

export const FIELD_ROWS: Readonly<Record<string, FieldCue>> = rows({
  email: 3,
  'email-confirm': 5,
  username: 3,
  password: 3,
  code: 4,
  phone: 3,
  'given-name': 4,
  'family-name': 4,
  'full-name': 4.5,
  'birth-date': 4,
  'birth-day': 5,
  'birth-month': 5,
  'birth-year': 5,
  'card-number': 4,
  'card-expiry': 3.5,
  'card-expiry-month': 5.5,
  'card-expiry-year': 5.5,
  'card-code': 5,
  'card-name': 6,
  captcha: 6,
  promo: 6,
  'gift-card': 6,
  pin: 3.6,
  reference: 5,
  search: 4,
  address: 4,
  postcode: 5,
  region: 4,
  company: 4.2,
  quantity: 4,
  amount: 4,
  'secret-question': 6,
  message: 3.5,
  document: 4.5,
  bank: 5,
  device: 5.5,
  salutation: 5,
  'middle-name': 5.5,
  url: 4,
  date: 3,
  extension: 5,
  'display-name': 4,
  or: 0,
  again: 0,
  way: 0,
});

function rows(weights: Record<FieldCue['means'], number>): Record<string, FieldCue> {
  const entries = Object.entries(weights) as [FieldCue['means'], number][];
  return {
    ...Object.fromEntries(entries.map(([means, weight]) => [means, { means, weight }])),
    either: { means: 'username', weight: 6 },
    'code?': { means: 'code', weight: 1.6 },
    // A first name beside a surname, a whole name without one.
    'given-name?': { means: 'given-name', weight: FAINT_GIVEN_NAME },
    'full-name?': { means: 'full-name', weight: 2 },
    'address?': { means: 'address', weight: 1.5 },
  };
}

export const PASSWORD_ROWS: Readonly<Record<string, PasswordCue>> = {
  again: { means: 'new-password', weight: 4 },
  fresh: { means: 'new-password', weight: 4, short: true },
  rules: { means: 'new-password', weight: 2.5 },
  stale: { means: 'current-password', weight: 4, short: true },
};

export const FORM_ROWS: Readonly<Record<string, FormCue>> = Object.fromEntries(
  (
    [
      ['sign-up', 3],
      ['log-in', 3],
      ['newsletter', 4],
      ['contact', 3.5],
      ['checkout', 3],
      ['payment', 3],
      ['search', 3],
      ['settings', 3],
      ['code-email', 4],
      ['code-sms', 4],
      ['code-totp', 4],
      ['code', 3],
    ] as const
  ).map(([means, weight]) => [`@${means}`, { means, weight }]),
);
