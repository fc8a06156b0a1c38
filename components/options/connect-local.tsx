// Connecting what the user already has: a mailbox with sub-addresses, or a whole domain. Leans on accounts.connect; nothing
// leaves the device. The preview shows the form of an address, with a made-up tag: the real one needs the account's key.
import { t } from '../../lib/i18n.ts';
import type { TagFormat } from '../../lib/model.ts';
import type { AccountDraft } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';

/** How a tag looks for shop.example, by format. */
const SAMPLES: Record<TagFormat, string> = {
  'site-hash': 'shop-7f3k2q',
  'site.hash': 'shop.7f3k2q',
  hash: '7f3k2q',
};
const FORMATS: readonly TagFormat[] = ['site-hash', 'site.hash', 'hash'];

export interface ConnectLocalProps {
  type: 'subaddress' | 'catch-all';
  onDone: (name: string) => void;
  onCancel: () => void;
  /** What the way out is called, where it is not Cancel. */
  cancel?: string;
}

export function ConnectLocal({ type, onDone, onCancel, cancel }: ConnectLocalProps) {
  const draft = useDraft(`account.new.${type}`, {
    mailbox: '',
    separator: '+',
    domain: '',
    format: 'site-hash',
    name: '',
  });
  const connect = useAct('accounts.connect');
  const form = draft.value;
  const format = FORMATS.find((known) => known === form.format) ?? 'site-hash';
  const sample = (tag: TagFormat) => previewOf(type, form.mailbox, form.separator, form.domain, SAMPLES[tag]);
  const set = (change: Partial<typeof form>) => {
    connect.clear();
    draft.set(change);
  };
  const complete = type === 'subaddress' ? /.@./.test(form.mailbox) : /.\../.test(form.domain);
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        connect.run(async () => {
          const { account } = await ask('accounts.connect', accountOf(type, form, format));
          await draft.clear();
          onDone(account.name);
        });
      }}
    >
      {type === 'subaddress' ? (
        <TextField
          label={t('fieldMailbox')}
          hint={t('fieldMailboxHint')}
          inputMode="email"
          placeholder="me@mail.example"
          maxLength={254}
          value={form.mailbox}
          onValue={(mailbox) => set({ mailbox })}
        />
      ) : (
        <TextField
          label={t('fieldOwnDomain')}
          hint={t('fieldOwnDomainHint')}
          inputMode="url"
          placeholder="own.example"
          maxLength={253}
          value={form.domain}
          onValue={(domain) => set({ domain })}
        />
      )}
      <div class="preview">
        <span class="soft">{t('welcomePreview', 'shop.example')}</span>
        <EmailText email={sample(format)} />
      </div>
      <details>
        <summary>{t('connectMore')}</summary>
        <div class="stack">
          {type === 'subaddress' && (
            <TextField
              label={t('fieldSeparator')}
              hint={t('fieldSeparatorHint')}
              mono
              maxLength={1}
              value={form.separator}
              onValue={(separator) => set({ separator })}
            />
          )}
          <ChoiceField
            label={t('fieldFormat')}
            value={format}
            choices={FORMATS.map((value) => ({
              value,
              label: t(FORMAT_WORDS[value]),
              hint: <EmailText email={sample(value)} />,
            }))}
            onValue={(value) => set({ format: value })}
          />
          <TextField
            label={t('fieldAccountName')}
            hint={t('fieldAccountNameHint')}
            value={form.name}
            maxLength={200}
            placeholder={(type === 'subaddress' ? form.mailbox : form.domain).trim()}
            onValue={(name) => set({ name })}
          />
        </div>
      </details>
      <Trouble error={connect.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={connect.busy} disabled={!complete}>
          {t('actionConnectOne')}
        </Button>
        <Button onClick={onCancel}>{cancel ?? t('actionCancel')}</Button>
      </div>
    </form>
  );
}

const FORMAT_WORDS = {
  'site-hash': 'formatSiteHash',
  'site.hash': 'formatSiteDotHash',
  hash: 'formatHash',
} as const satisfies Record<TagFormat, string>;

/** @returns an address for shop.example as it would look, from what is typed so far. */
export function previewOf(
  type: 'subaddress' | 'catch-all',
  mailbox: string,
  separator: string,
  domain: string,
  tag: string,
): string {
  if (type === 'catch-all') return `${tag}@${domain.trim() || 'own.example'}`;
  const [name = 'me', host = 'mail.example'] = (mailbox.trim() || 'me@mail.example').split('@');
  return `${name}${separator || '+'}${tag}@${host || 'mail.example'}`;
}

function accountOf(
  type: 'subaddress' | 'catch-all',
  form: { mailbox: string; separator: string; domain: string; name: string },
  format: TagFormat,
): AccountDraft {
  const mailbox = form.mailbox.trim();
  const domain = form.domain.trim();
  return {
    kind: 'local',
    name: form.name.trim() || (type === 'subaddress' ? mailbox : domain),
    scheme: type === 'subaddress' ? { type, mailbox, separator: form.separator || '+' } : { type, domain },
    format,
  };
}
