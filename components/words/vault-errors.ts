// The wording of what stands between a person and a vault: ours, and the one that a service keeps for its labels, whose password
// is another. Joined by errors.ts. Never says how near a guess was.
import type { ErrorCode, ErrorDetail } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { hostInside, type TroubleWords } from './trouble.ts';

type VaultErrorCode = Extract<
  ErrorCode,
  'locked' | 'no-vault' | 'vault-exists' | 'wrong-passphrase' | 'weak-passphrase'
>;

export const VAULT_WORDS: Record<VaultErrorCode, (detail: ErrorDetail) => TroubleWords> = {
  locked: () => ({
    title: t('errorLockedTitle'),
    safe: t('errorLockedSafe'),
    next: t('errorLockedNext'),
    button: { label: t('actionUnlock'), act: 'unlock' },
  }),
  'no-vault': () => ({
    title: t('errorNoVaultTitle'),
    safe: t('errorNoVaultSafe'),
    next: t('errorNoVaultNext'),
    button: { label: t('actionWelcome'), act: 'welcome' },
  }),
  'vault-exists': () => ({
    title: t('errorVaultExistsTitle'),
    safe: t('errorVaultExistsSafe'),
    next: t('errorVaultExistsNext'),
    button: { label: t('actionUnlock'), act: 'unlock' },
  }),
  'wrong-passphrase': (detail) =>
    detail.what === 'vault'
      ? {
          title: t('errorVaultPasswordTitle', hostInside(detail)),
          safe: t('errorVaultPasswordSafe'),
          next: t('errorVaultPasswordNext'),
          button: null,
        }
      : {
          title: t('errorWrongPassphraseTitle'),
          safe: t('errorWrongPassphraseSafe'),
          next: t('errorWrongPassphraseNext'),
          button: null,
        },
  'weak-passphrase': () => ({
    title: t('errorWeakPassphraseTitle'),
    safe: t('errorWeakPassphraseSafe'),
    next: t('errorWeakPassphraseNext'),
    button: null,
  }),
};

/** The account works, and has no vault for labels yet: it can be made at the service only. */
export function noRemoteVault(host: string): TroubleWords {
  return {
    title: t('errorNoRemoteVaultTitle'),
    safe: t('errorNothingSaved'),
    next: t('errorNoRemoteVaultNext', host),
    button: null,
  };
}
