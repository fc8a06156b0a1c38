// What is said of a card: its network as it writes itself, its state. Leans on lib/cards; total over the states.
import { brandNamed } from '../../lib/cards/brand.ts';
import { t } from '../../lib/i18n.ts';
import type { CardStatus, PaymentCard } from '../../lib/payment-card.ts';
import { cleanLine } from './plain-text.ts';

/** `Visa •••• 1111` */
export function cardTitle({ brand, last4 }: Pick<PaymentCard, 'brand' | 'last4'>): string {
  const title = brand === null ? t('cardUnnamed') : (brandNamed(brand)?.title ?? cleanLine(brand));
  return `${title} •••• ${last4}`;
}

export const STATUS: Record<CardStatus, () => string> = {
  active: () => t('cardActive'),
  frozen: () => t('cardFrozen'),
  cancelled: () => t('cardCancelled'),
  unknown: () => t('cardUnknown'),
};

/** `12/30`, or null where it is not told. */
export function expiryOf({ expMonth, expYear }: Pick<PaymentCard, 'expMonth' | 'expYear'>): string | null {
  if (expMonth === null || expYear === null) return null;
  return `${String(expMonth).padStart(2, '0')}/${String(expYear).slice(-2)}`;
}

/** What the user calls it here, else what it was called when it was added; one line, empty for neither. */
export const cardLabel = ({ label, name }: Pick<PaymentCard, 'label' | 'name'>): string =>
  cleanLine(label ?? name);
