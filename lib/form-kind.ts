// What a kind of form is for, told once for all who ask. Leans on model.ts; recognises none (lib/fields does).
import type { FormKind } from './model.ts';

/**
 * Where a person begins, and so may be given a new address, or say who they are: never on a log-in, where a new one would only fail and
 * a name is what one logs in with, nor where a code or a card's own data are asked for. Total: a new kind must say.
 */
export const BEGINS: Record<FormKind, boolean> = {
  'sign-up': true,
  'sign-up-or-log-in': true,
  newsletter: true,
  contact: true,
  checkout: true,
  settings: true,
  unknown: true,
  'log-in': false,
  search: false,
  'code-email': false,
  'code-sms': false,
  'code-totp': false,
  code: false,
  payment: false,
};
