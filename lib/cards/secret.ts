// What a card's blob holds once it is open. Types alone. It exists for the moments between opening and filling, or between
// typing and sealing: never stored, never shown whole, never logged.

export const BILLING_FIELDS = [
  'first_name',
  'last_name',
  'address_line1',
  'address_line2',
  'address_city',
  'address_state',
  'address_postal_code',
  'address_country',
] as const;
export type BillingField = (typeof BILLING_FIELDS)[number];

export interface CardSecret {
  /** 12–19 digits. */
  number: string;
  /** Security code; null where the blob holds none. */
  cvc: string | null;
  /** 1–12. */
  expMonth: number | null;
  /** Four digits. */
  expYear: number | null;
  /** Lower case. */
  brand: string | null;
  /** The holder's, which is not the identity's made-up name. */
  billing: Partial<Record<BillingField, string>>;
}
