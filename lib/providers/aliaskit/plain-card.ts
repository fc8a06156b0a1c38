// What stands inside a card's blob, ours or another client's: JSON whose members go by several names (contract §6.9). Leans on
// valibot. The number must be one; everything else may be missing, and what cannot be read counts as missing.
import * as v from 'valibot';
import { cardNumber } from '../../cards/number.ts';
import { BILLING_FIELDS, type BillingField, type CardSecret } from '../../cards/secret.ts';

const members = v.pipe(
  v.custom<Record<string, unknown>>((value) => !Array.isArray(value)),
  v.record(v.string(), v.unknown()),
);

export const plainCard = v.pipe(
  members,
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): CardSecret => {
    const number = cardNumber(textOf(value, ['number', 'cardNumber', 'card_number']) ?? '');
    if (number === null) {
      // Without the value: an issue's words end up where words are kept.
      addIssue({ message: 'no card number', input: null });
      return NEVER;
    }
    const cvc = textOf(value, ['cvc', 'cvv', 'cvc2', 'securityCode']);
    const month = numberOf(value, ['exp_month', 'expMonth']);
    const year = numberOf(value, ['exp_year', 'expYear']);
    return {
      number,
      cvc: cvc !== null && /^\d{3,4}$/.test(cvc) ? cvc : null,
      expMonth: month !== null && month >= 1 && month <= 12 ? month : null,
      expYear: year === null ? null : year < 100 ? 2000 + year : year,
      brand: textOf(value, ['brand'])?.toLowerCase() ?? null,
      billing: Object.fromEntries(BILLING_FIELDS.flatMap((field) => billingOf(value, field))),
    };
  }),
);

/** The longest line of an address that anybody prints. */
const LONGEST = 200;

function textOf(all: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(all, name) ? all[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, LONGEST);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  }
  return null;
}

function numberOf(all: Record<string, unknown>, names: readonly string[]): number | null {
  const text = textOf(all, names);
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** `billing_address_line1` or `billingAddressLine1`. */
function billingOf(all: Record<string, unknown>, field: BillingField): [BillingField, string][] {
  const snake = `billing_${field}`;
  const camel = snake.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  const text = textOf(all, [snake, camel]);
  return text === null ? [] : [[field, text]];
}
