// The wording of what comes between an address here and the service that forwards it: too many requests, a vault that was
// changed elsewhere, a creation nobody can be sure of. A total map like errors.ts, which joins it.
import type { ErrorDetail, SyncErrorCode } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import { accounts, type TroubleWords } from './trouble.ts';

export const SYNC_WORDS: Record<SyncErrorCode, (detail: ErrorDetail) => TroubleWords> = {
  costly: ({ cost, remaining }) => ({
    title: cost === undefined ? t('errorCostlyTitleBare') : tn('errorCostlyTitle', cost),
    safe: remaining === undefined ? t('errorNothingChanged') : tn('errorCostlySafe', remaining),
    next: t('errorCostlyNext'),
    button: null,
  }),
  'vault-changed': () => ({
    title: t('errorVaultChangedTitle'),
    safe: t('errorVaultChangedSafe'),
    next: t('errorVaultChangedNext'),
    button: accounts(),
  }),
  several: () => ({
    title: t('errorSeveralTitle'),
    safe: t('errorSeveralSafe'),
    next: t('errorSeveralNext'),
    button: null,
  }),
  'closed-text': () => ({
    title: t('errorClosedTextTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorClosedTextNext'),
    button: null,
  }),
};
