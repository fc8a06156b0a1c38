// Which roles of ours answer which labels of a corpus, and which form kinds an intent. Data; total over what the corpus
// format knows, so that a new label cannot pass unscored.
import type { FieldRole, FormKind } from '../../lib/model.ts';

export type Outcome = 'email' | FieldRole;

/** Roles that count as right for a label; null: not scored as a field of ours (any role is false, unless tolerated). */
export const ROLES_OF: Readonly<Record<string, readonly FieldRole[] | 'skip'>> = {
  email_signup: ['email', 'email-confirm'],
  email_login: ['email', 'email-confirm'],
  email_checkout: ['email', 'email-confirm'],
  email_newsletter: ['email', 'email-confirm'],
  email_contact: ['email', 'email-confirm'],
  email_other: ['email', 'email-confirm'],
  email_unspecified: ['email', 'email-confirm'],
  username: ['username'],
  username_or_email: ['username', 'email'],
  login_id: ['username', 'email'],
  password_new: ['new-password'],
  password_current: ['current-password'],
  password: ['new-password', 'current-password'],
  otp: ['code'],
  otp_split_digit: ['code'],
  phone: ['phone'],
  cc_number: ['card-number'],
  cc_csc: ['card-code'],
  cc_exp: ['card-expiry'],
  cc_exp_month: ['card-expiry-month'],
  cc_exp_year: ['card-expiry-year'],
  cc_name: ['card-name'],
  cc_type: ['other'],
  name_given: ['given-name'],
  name_family: ['family-name'],
  name_full: ['full-name'],
  name_middle: ['other'],
  dob: ['birth-date'],
  dob_day: ['birth-day'],
  dob_month: ['birth-month'],
  dob_year: ['birth-year'],
  address_postal: ['other'],
  address_province: ['other'],
  address_street: ['other'],
  address_street2: ['other'],
  address_city: ['other'],
  address_country: ['other'],
  other: ['other'],
  ambiguous: 'skip',
};

export const LABELS_OF: Readonly<Record<FieldRole, string>> = {
  email: 'email',
  'email-confirm': 'email',
  username: 'username',
  'new-password': 'password_new',
  'current-password': 'password_current',
  code: 'otp',
  phone: 'phone',
  'given-name': 'name_given',
  'family-name': 'name_family',
  'full-name': 'name_full',
  'birth-date': 'dob',
  'birth-day': 'dob',
  'birth-month': 'dob',
  'birth-year': 'dob',
  'card-number': 'cc_number',
  'card-expiry': 'cc_exp',
  'card-expiry-month': 'cc_exp_month',
  'card-expiry-year': 'cc_exp_year',
  'card-code': 'cc_csc',
  'card-name': 'cc_name',
  other: 'other',
};

export type Intent = 'signup' | 'login' | 'newsletter' | 'contact' | 'checkout' | 'other';

export const INTENT_OF: Readonly<Record<FormKind, Intent>> = {
  'sign-up': 'signup',
  'log-in': 'login',
  'sign-up-or-log-in': 'login',
  newsletter: 'newsletter',
  contact: 'contact',
  checkout: 'checkout',
  payment: 'checkout',
  search: 'other',
  settings: 'other',
  'code-email': 'other',
  'code-sms': 'other',
  'code-totp': 'other',
  code: 'other',
  // Nothing says what the form is for: a new address is offered, as at a sign-up.
  unknown: 'signup',
};

/** Labels of boxes that one logs in with, whatever is written in them. */
export function isLoginLabel(label: string): boolean {
  return /^(?:username|username_or_email|email_login|login_id)$/.test(label);
}

/** Kinds of form that answer a page's kind; pages of other kinds are not scored by it. */
export const KINDS_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  login: new Set(['log-in', 'sign-up-or-log-in']),
  signup: new Set(['sign-up', 'sign-up-or-log-in']),
  login_signup: new Set(['log-in', 'sign-up', 'sign-up-or-log-in']),
  checkout: new Set(['checkout', 'payment']),
  newsletter: new Set(['newsletter']),
  contact: new Set(['contact']),
  password_change: new Set(['settings']),
  otp: new Set(['code', 'code-email', 'code-sms', 'code-totp']),
};

/** How a page came to be; the rest was rendered or made for a test. */
export function isRealPage(fidelity: string): boolean {
  return fidelity.startsWith('real-page');
}
