// The one wording of failures, for popup, options page and in-page menu alike: what happened, what is safe, what to do
// next, one button. A total map: a new error code does not compile without words. Shows only what an ErrorDetail holds.
import { STEPS, setUpSteps } from '../../lib/checks/setup.ts';
import { AppError, type ErrorCode, type ErrorDetail, type WireError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { CARD_WORDS, CONFLICTS, checkoutMoved } from './card-errors.ts';
import { fieldWords } from './own-fields.ts';
import { PLAN_WORDS } from './plan-errors.ts';
import { SYNC_WORDS } from './sync-errors.ts';
import { wait } from './time.ts';
import { accounts, hostInside, quoted, type TroubleWords } from './trouble.ts';
import { noRemoteVault, VAULT_WORDS } from './vault-errors.ts';

/** @returns the words for an error, however it came. Never empty, never a bare code. */
export function wordsFor(error: AppError | WireError): TroubleWords {
  return WORDS[error.code](error.detail);
}

/** @returns an error kept as plain text, worded as what it was; one that an older version named otherwise is a bug. */
export function errorOf({ code, detail }: { code: string; detail: ErrorDetail }): AppError {
  return new AppError(Object.hasOwn(WORDS, code) ? (code as ErrorCode) : 'bug', detail);
}

const retry = () => ({ label: t('actionRetry'), act: 'retry' as const });

/** Who was spoken to, at the beginning of a sentence. */
const host = (detail: ErrorDetail) => detail.host ?? t('wordServer');
const what = (detail: ErrorDetail) => THINGS[detail.what ?? '']?.() ?? t('wordEntry');

/** The things an error can be about, in words; a thing not listed is "entry". */
const THINGS: Record<string, (() => string) | undefined> = {
  address: () => t('wordAddress'),
  identity: () => t('wordAddress'),
  alias: () => t('wordAddress'),
  message: () => t('wordMessage'),
  account: () => t('wordAccount'),
  totp: () => t('wordTotp'),
  draft: () => t('wordDraft'),
  tab: () => t('wordTab'),
};

/** The user's own receiver of answers has no key of ours, and nothing that could have been deleted elsewhere. */
const receiverSays = (detail: ErrorDetail): TroubleWords => ({
  title: t('errorReceiverTitle', host(detail)),
  safe: t('errorNothingChanged'),
  next: t('errorReceiverNext', detail.status ?? ''),
  button: null,
});

const WORDS: Record<ErrorCode, (detail: ErrorDetail) => TroubleWords> = {
  ...VAULT_WORDS,
  corrupt: (detail) => ({
    title: t('errorCorruptTitle', what(detail)),
    safe: t('errorCorruptSafe'),
    next: t('errorCorruptNext'),
    button: retry(),
  }),
  'disk-full': () => ({
    title: t('errorDiskFullTitle'),
    safe: t('errorDiskFullSafe'),
    next: t('errorDiskFullNext'),
    button: retry(),
  }),
  unreachable: (detail) => ({
    title: t('errorUnreachableTitle', host(detail)),
    safe: t('errorUnreachableSafe'),
    next: t(detail.what === 'redirect' ? 'errorUnreachableRedirect' : 'errorUnreachableNext'),
    button: retry(),
  }),
  timeout: (detail) => ({
    title: t('errorTimeoutTitle', host(detail)),
    safe: t('errorTimeoutSafe'),
    next: t('errorTimeoutNext'),
    button: retry(),
  }),
  'insecure-url': () => ({
    title: t('errorInsecureUrlTitle'),
    safe: t('errorInsecureUrlSafe'),
    next: t('errorInsecureUrlNext'),
    button: null,
  }),
  unauthorized: (detail) =>
    detail.what === 'receiver'
      ? receiverSays(detail)
      : {
          title: t('errorUnauthorizedTitle', host(detail)),
          safe: t('errorUnauthorizedSafe'),
          next: t('errorUnauthorizedNext'),
          button: accounts(),
        },
  ...PLAN_WORDS,
  'set-up': (detail) => ({
    title: t('errorSetUpTitle', host(detail)),
    safe: t('errorSetUpSafe'),
    next: `${setUpSteps(detail)
      .map((step) => t(STEPS[step]))
      .join(' ')}${quoted(detail)}`,
    button: null,
  }),
  'rate-limited': (detail) => ({
    title: t('errorRateLimitedTitle', host(detail)),
    safe: t('errorRateLimitedSafe'),
    next: t('errorRateLimitedNext', wait(detail.retryAfter)),
    button: retry(),
  }),
  budget: (detail) => ({
    title: t('errorBudgetTitle'),
    safe: t('errorBudgetSafe'),
    next: t('errorBudgetNext', wait(detail.retryAfter)),
    button: retry(),
  }),
  'not-found': (detail) =>
    detail.what === 'vault'
      ? noRemoteVault(hostInside(detail))
      : detail.what === 'receiver'
        ? receiverSays(detail)
        : {
            title: t('errorNotFoundTitle', what(detail)),
            safe: t('errorNotFoundSafe'),
            next: t('errorNotFoundNext'),
            button: retry(),
          },
  conflict: (detail) =>
    CONFLICTS[detail.what ?? '']?.() ?? {
      title: t('errorConflictTitle'),
      safe: t('errorConflictSafe'),
      next: t('errorConflictNext') + quoted(detail),
      button: null,
    },
  rejected: (detail) => ({
    title: detail.field ? t('errorRejectedTitle', fieldWords(detail.field)) : t('errorRejectedTitleBare'),
    safe: t('errorRejectedSafe'),
    next: t('errorRejectedNext') + quoted(detail),
    button: null,
  }),
  malformed: (detail) => ({
    title: t('errorMalformedTitle', host(detail)),
    safe: t('errorMalformedSafe'),
    next: detail.field ? t('errorMalformedNext', detail.field) : t('errorMalformedNextBare'),
    button: retry(),
  }),
  server: (detail) => ({
    title: detail.status
      ? t('errorServerTitle', host(detail), detail.status)
      : t('errorServerTitleBare', host(detail)),
    safe: t('errorServerSafe'),
    next: t('errorServerNext'),
    button: retry(),
  }),
  doubtful: (detail) => ({
    title: t('errorDoubtfulTitle', host(detail)),
    safe: t('errorDoubtfulSafe'),
    next: t('errorDoubtfulNext'),
    button: null,
  }),
  unsupported: (detail) => ({
    title: t('errorUnsupportedTitle', what(detail)),
    safe: t('errorNothingChanged'),
    next: t('errorUnsupportedNext'),
    button: null,
  }),
  'bad-otpauth': (detail) => ({
    // A link that is none has no part that could be wrong.
    title:
      detail.field && detail.field !== 'link'
        ? t('errorBadOtpauthTitle', detail.field)
        : t('errorBadOtpauthTitleBare'),
    safe: t('errorNothingSaved'),
    next: t('errorBadOtpauthNext'),
    button: null,
  }),
  'no-qr': () => ({
    title: t('errorNoQrTitle'),
    safe: t('errorNothingSaved'),
    next: t('errorNoQrNext'),
    button: retry(),
  }),
  'no-account': () => ({
    title: t('errorNoAccountTitle'),
    safe: t('errorNothingChanged'),
    next: t('errorNoAccountNext'),
    button: { label: t('actionConnect'), act: 'accounts' },
  }),
  'no-access': (detail) => ({
    title: detail.host ? t('errorNoAccessTitle', detail.host) : t('errorNoAccessTitleBare'),
    safe: t('errorNoAccessSafe'),
    next: t('errorNoAccessNext'),
    button: { label: t('actionAllow'), act: 'allow' },
  }),
  'no-field': (detail) =>
    detail.what === 'checkout'
      ? checkoutMoved()
      : {
          title: t('errorNoFieldTitle'),
          safe: t('errorNothingTyped'),
          next: t('errorNoFieldNext'),
          button: null,
        },
  'not-visible': () => ({
    title: t('errorNotVisibleTitle'),
    safe: t('errorNothingTyped'),
    next: t('errorNotVisibleNext'),
    button: null,
  }),
  forbidden: (detail) =>
    detail.what === 'frame'
      ? {
          title: t('errorFrameTitle', host(detail)),
          safe: t('errorNothingTyped'),
          next: t('errorFrameNext'),
          button: { label: t('actionFillThere'), act: 'there' },
        }
      : {
          title: t('errorForbiddenTitle'),
          safe: t('errorNothingChanged'),
          next: t('errorForbiddenNext'),
          button: { label: t('actionReload'), act: 'reload' },
        },
  ...CARD_WORDS,
  ...SYNC_WORDS,
  bug: () => ({
    title: t('errorBugTitle'),
    safe: t('errorBugSafe'),
    next: t('errorBugNext'),
    button: { label: t('actionReload'), act: 'reload' },
  }),
};
