// Choosing a passphrase: typed twice, its strength shown while typing, by the same measure that refuses the weak. Leans on
// lib/strength.ts; keeps nothing.
import { t } from '../../lib/i18n.ts';
import { type Strength, strengthOf } from '../../lib/strength.ts';
import { SecretField } from '../parts/secret-field.tsx';

export interface NewPassphraseProps {
  label: string;
  value: string;
  again: string;
  onValue: (value: string) => void;
  onAgain: (value: string) => void;
  autoFocus?: boolean;
}

const VERDICTS: Record<Strength['verdict'], { words: () => string; step: number }> = {
  'too-short': { words: () => t('strengthShort'), step: 1 },
  'too-easy': { words: () => t('strengthEasy'), step: 2 },
  fair: { words: () => t('strengthFair'), step: 3 },
  strong: { words: () => t('strengthStrong'), step: 4 },
};

/** @returns whether both fields agree and the vault would take it. */
export function isUsable(value: string, again: string): boolean {
  return value === again && VERDICTS[strengthOf(value).verdict].step >= 3;
}

export function NewPassphrase({
  label,
  value,
  again,
  onValue,
  onAgain,
  autoFocus = false,
}: NewPassphraseProps) {
  const { words, step } = VERDICTS[strengthOf(value).verdict];
  const differs = again !== '' && !value.startsWith(again);
  return (
    <>
      <SecretField
        label={label}
        hint={t('passphraseHint')}
        value={value}
        autoFocus={autoFocus}
        onValue={onValue}
      />
      {value !== '' && (
        <div class={`strength strength-${step}`} role="status">
          <span class="strength-bar" aria-hidden="true">
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} class={bar <= step ? 'on' : ''} />
            ))}
          </span>
          <span>
            {t('strengthLabel')}: {words()}
          </span>
        </div>
      )}
      <SecretField
        label={t('passphraseAgain')}
        value={again}
        error={differs ? t('passphraseDiffers') : null}
        onValue={onAgain}
      />
    </>
  );
}
