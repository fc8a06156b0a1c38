// Adding an authenticator code: by the QR code on the page, by its link, or by hand; every way ends in the same form, so
// that what is saved was seen. Leans on totp.scan, totp.read and totp.add; what is typed is a sealed draft.
import { t } from '../../lib/i18n.ts';
import type { TotpDraft } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { type Draft, useDraft } from '../state/draft.ts';
import { ALL_SITES, patternsOf, requestAccess } from '../state/site-access.ts';
import { EMPTY, TotpByHand, type TotpForm } from './totp-form.tsx';

export function TotpNew({ onBack }: { onBack: () => void }) {
  const draft = useDraft('totp.new', EMPTY);
  return (
    <Screen title={t('codesAdd')} onBack={onBack}>
      {draft.ready ? (
        <div class="stack">
          <Sources draft={draft} />
          <TotpByHand draft={draft} onSaved={onBack} />
        </div>
      ) : (
        <Skeleton rows={5} />
      )}
    </Screen>
  );
}

/** What was read goes into the form below, to be looked at before it is saved. */
function Sources({ draft }: { draft: Draft<TotpForm> }) {
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
