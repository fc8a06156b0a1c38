// The wording of what goes wrong with payment cards and the keys of their account: refused by the service before anything was revealed, or not to be opened on
// this device. A total map like errors.ts, which joins it. Never names a number, an amount, or a key.
import type { CardErrorCode, ErrorDetail } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { accounts, quoted, type TroubleWords } from './trouble.ts';

export const CARD_WORDS: Record<CardErrorCode, (detail: ErrorDetail) => TroubleWords> = {
  'over-budget': (detail) => ({
    title: t('errorOverBudgetTitle'),
    safe: t('errorCardNotRevealed'),
    next: t('errorOverBudgetNext') + quoted(detail),
    button: null,
  }),
  'card-frozen': () => ({
    title: t('errorCardFrozenTitle'),
    safe: t('errorCardNotRevealed'),
    next: t('errorCardFrozenNext'),
    button: null,
  }),
  'card-cancelled': () => ({
    title: t('errorCardCancelledTitle'),
    safe: t('errorCardNotRevealed'),
    next: t('errorCardCancelledNext'),
    button: null,
  }),
  'reveal-cap': () => ({
    title: t('errorRevealCapTitle'),
    safe: t('errorCardNotRevealed'),
    next: t('errorRevealCapNext'),
    button: null,
  }),
  'bad-card-key': () => ({
    title: t('errorBadCardKeyTitle'),
    safe: t('errorNothingSaved'),
    next: t('errorBadCardKeyNext'),
    button: null,
  }),
  'no-card-key': () => ({
    title: t('errorNoCardKeyTitle'),
    safe: t('errorNothingTyped'),
    next: t('errorNoCardKeyNext'),
    button: accounts(),
  }),
  'other-card-key': () => ({
    title: t('errorOtherCardKeyTitle'),
    safe: t('errorNothingTyped'),
    next: t('errorOtherCardKeyNext'),
    button: accounts(),
  }),
  'card-unreadable': () => ({
    title: t('errorCardUnreadableTitle'),
    safe: t('errorNothingTyped'),
    next: t('errorCardUnreadableNext'),
    button: null,
  }),
  'card-mismatch': () => ({
    title: t('errorCardMismatchTitle'),
    safe: t('errorNothingTyped'),
    next: t('errorCardMismatchNext'),
    button: null,
  }),
};

/** What is there already, where that is of ours: a key, or a text that was written meanwhile. */
export const CONFLICTS: Readonly<Record<string, (() => TroubleWords) | undefined>> = {
  'account-key': () => ({
    title: t('errorOtherAccountTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorOtherAccountNext'),
    button: null,
  }),
  check: () => ({
    title: t('errorCheckTakenTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorCheckTakenNext'),
    button: null,
  }),
  'card-key': () => ({
    title: t('errorCardKeyThereTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorCardKeyThereNext'),
    button: accounts(),
  }),
  account: () => ({
    title: t('errorAccountThereTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorAccountThereNext'),
    button: accounts(),
  }),
  text: () => ({
    title: t('errorTextMetTitle'),
    safe: t('errorTextMetSafe'),
    next: t('errorTextMetNext'),
    button: null,
  }),
};

/** The documents that were confirmed are not the ones that are there now. */
export const checkoutMoved = (): TroubleWords => ({
  title: t('errorCheckoutMovedTitle'),
  safe: t('errorCardNotRevealed'),
  next: t('errorCheckoutMovedNext'),
  button: null,
});
