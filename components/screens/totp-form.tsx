// The parameters of an authenticator code, all of them, to be checked or typed by hand, then saved. Leans on totp.add, which
// names the field it refuses; the draft belongs to totp-new.tsx.
import { t } from '../../lib/i18n.ts';
import type { TotpDraft } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import type { Draft } from '../state/draft.ts';

export const EMPTY = {
  link: '',
  issuer: '',
  account: '',
  secret: '',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  site: '',
};
export type TotpForm = typeof EMPTY;

const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;

export function TotpByHand({ draft, onSaved }: { draft: Draft<TotpForm>; onSaved: () => void }) {
  const form = draft.value;
  const save = useAct('totp.add');
  const tell = useToast();
  const field = save.error?.detail.field;
  const wrong = (name: string) => (field === name ? t('fieldWrong') : null);
  const set = (change: Partial<TotpForm>) => {
    save.clear();
    draft.set(change);
  };
  return (
    <form
      class="stack card"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(async () => {
          await ask('totp.add', draftOf(form));
          await draft.clear();
          tell(t('totpSaved'));
          onSaved();
        });
      }}
    >
      <h3>{t('totpByHand')}</h3>
      <SecretField
        label={t('fieldSecret')}
        hint={t('fieldSecretHint')}
        error={wrong('secret')}
        value={form.secret}
        onValue={(secret) => set({ secret })}
      />
      <TextField
        label={t('fieldIssuer')}
        value={form.issuer}
        maxLength={200}
        onValue={(issuer) => set({ issuer })}
      />
      <TextField
        label={t('fieldLogin')}
        value={form.account}
        maxLength={200}
        onValue={(account) => set({ account })}
      />
      <TextField
        label={t('fieldSite')}
        hint={t('fieldTotpSiteHint')}
        placeholder="shop.example"
        value={form.site}
        maxLength={253}
        onValue={(site) => set({ site })}
      />
      <div class="columns">
        <SelectField
          label={t('fieldAlgorithm')}
          value={algorithmOf(form.algorithm)}
          options={ALGORITHMS.map((name) => ({ value: name, label: name.replace('SHA', 'SHA-') }))}
          onValue={(algorithm) => set({ algorithm })}
        />
        <TextField
          label={t('fieldDigits')}
          inputMode="numeric"
          error={wrong('digits')}
          value={form.digits}
          onValue={(digits) => set({ digits })}
        />
        <TextField
          label={t('fieldPeriod')}
          inputMode="numeric"
          error={wrong('period')}
          value={form.period}
          onValue={(period) => set({ period })}
        />
      </div>
      <Trouble error={save.error} />
      <Button kind="primary" type="submit" busy={save.busy} disabled={form.secret.trim() === ''}>
        {t('actionSave')}
      </Button>
    </form>
  );
}

function algorithmOf(text: string): TotpDraft['algorithm'] {
  return ALGORITHMS.find((name) => name === text) ?? 'SHA1';
}

/** Numbers as typed: what is no number becomes 0, which the background refuses by the field's name. */
function draftOf(form: TotpForm): TotpDraft {
  const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
  return {
    issuer: form.issuer.trim(),
    account: form.account.trim(),
    secret: form.secret.replace(/[\s-]/g, ''),
    algorithm: algorithmOf(form.algorithm),
    digits: whole(form.digits),
    period: whole(form.period),
    site: form.site.trim() || null,
  };
}
