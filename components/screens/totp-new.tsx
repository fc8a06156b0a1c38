// Adding an authenticator code: by the QR code on the page, by its link, or by hand; every way ends in the same form, so
// that what is saved was seen. Leans on totp.scan, totp.read and totp.add; what is typed is a sealed draft.
import { t } from '../../lib/i18n.ts';
import type { TotpDraft } from '../../lib/messages/contract.ts';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { type Draft, useDraft } from '../state/draft.ts';
import { ALL_SITES, patternsOf, requestAccess } from '../state/site-access.ts';

const EMPTY = {
  link: '',
  issuer: '',
  account: '',
  secret: '',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  site: '',
};
type Form = typeof EMPTY;

const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;

export function TotpNew({ onBack }: { onBack: () => void }) {
  const draft = useDraft('totp.new', EMPTY);
  return (
    <Screen title={t('codesAdd')} onBack={onBack}>
      {draft.ready ? (
        <div class="stack">
          <Sources draft={draft} />
          <ByHand draft={draft} onSaved={onBack} />
        </div>
      ) : (
        <Skeleton rows={5} />
      )}
    </Screen>
  );
}

/** What was read goes into the form below, to be looked at before it is saved. */
function Sources({ draft }: { draft: Draft<Form> }) {
  const scan = useAct('totp.scan');
  const read = useAct('totp.read');
  const allow = useAct('permissions.request');
  const tell = useToast();
  const show = (found: TotpDraft) => {
    draft.set({
      ...found,
      digits: String(found.digits),
      period: String(found.period),
      site: found.site ?? '',
      link: '',
    });
    tell(t('totpFound'));
  };
  const host = scan.error?.detail.host;
  return (
    <>
      <Button
        icon="scan"
        busy={scan.busy}
        onClick={() => scan.run(async () => show(await ask('totp.scan', {})))}
      >
        {t('totpScan')}
      </Button>
      <Trouble
        error={scan.error}
        acts={{
          retry: () => scan.run(async () => show(await ask('totp.scan', {}))),
          allow: () =>
            allow.run(async () => {
              await requestAccess(host ? patternsOf(host) : [ALL_SITES]);
            }),
        }}
      />
      <form
        class="stack"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          read.run(async () => show(await ask('totp.read', { link: draft.value.link.trim() })));
        }}
      >
        <SecretField
          label={t('totpLink')}
          hint={t('totpLinkHint')}
          placeholder="otpauth://totp/…"
          value={draft.value.link}
          onValue={(link) => {
            read.clear();
            draft.set({ link });
          }}
        />
        <Trouble error={read.error} />
        {draft.value.link.trim() !== '' && (
          <Button type="submit" busy={read.busy}>
            {t('totpRead')}
          </Button>
        )}
      </form>
    </>
  );
}

function ByHand({ draft, onSaved }: { draft: Draft<Form>; onSaved: () => void }) {
  const form = draft.value;
  const save = useAct('totp.add');
  const tell = useToast();
  const field = save.error?.detail.field;
  const wrong = (name: string) => (field === name ? t('fieldWrong') : null);
  const set = (change: Partial<Form>) => {
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
function draftOf(form: Form): TotpDraft {
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
