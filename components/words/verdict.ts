// A verdict in words: what a field and its form were taken for, and why nothing is offered. Leans on the closed sets of the
// model and the contract, so that a new role, kind or stop does not compile without words.

import type { RuleMeaning } from '../../lib/field-rule.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { Stop } from '../../lib/messages/views.ts';
import type { FieldRole, FormKind } from '../../lib/model.ts';

const ROLES: Record<FieldRole, MessageKey> = {
  email: 'roleEmail',
  'email-confirm': 'roleEmailConfirm',
  username: 'roleUsername',
  'new-password': 'roleNewPassword',
  'current-password': 'roleCurrentPassword',
  code: 'roleCode',
  phone: 'rolePhone',
  'given-name': 'roleName',
  'family-name': 'roleName',
  'full-name': 'roleName',
  'birth-date': 'roleBirth',
  'birth-day': 'roleBirth',
  'birth-month': 'roleBirth',
  'birth-year': 'roleBirth',
  'card-number': 'roleCard',
  'card-expiry': 'roleCard',
  'card-expiry-month': 'roleCard',
  'card-expiry-year': 'roleCard',
  'card-code': 'roleCard',
  'card-name': 'roleCard',
  other: 'roleOther',
};

const FORMS: Record<FormKind, MessageKey> = {
  'sign-up': 'formSignUp',
  'log-in': 'formLogIn',
  'sign-up-or-log-in': 'formEither',
  newsletter: 'formNewsletter',
  contact: 'formContact',
  checkout: 'formCheckout',
  search: 'formSearch',
  settings: 'formSettings',
  'code-email': 'formCodeEmail',
  'code-sms': 'formCodeSms',
  'code-totp': 'formCodeTotp',
  code: 'formCode',
  payment: 'formPayment',
  unknown: 'formUnknown',
};

const STOPS: Record<Stop, MessageKey> = {
  'by-rule': 'stopRule',
  'opted-out': 'stopOptedOut',
  disabled: 'stopDisabled',
  'read-only': 'stopReadOnly',
  hidden: 'stopHidden',
  'look-alike': 'stopLookAlike',
  unsure: 'stopUnsure',
  role: 'stopRole',
  form: 'stopForm',
  muted: 'stopMuted',
  locked: 'stopLocked',
  empty: 'stopEmpty',
  'no-account': 'stopNoAccount',
  'none-here': 'stopNoneHere',
};

const MEANINGS: Record<RuleMeaning, MessageKey> = {
  email: 'ruleEmail',
  code: 'ruleCode',
  never: 'ruleNever',
};

/** @returns "Taken for an e-mail field, on a sign-up form." */
export function takenFor({ role, form }: { role: FieldRole; form: FormKind }): string {
  return t('whyTakenFor', t(ROLES[role]), t(FORMS[form]));
}

export function stopWords(stop: Stop): string {
  return t(STOPS[stop]);
}

export function meaningWords(means: RuleMeaning): string {
  return t(MEANINGS[means]);
}
