// Connecting AliasKit: base URL and key, tried before anything is saved. Leans on accounts.test and connect; asks the
// browser for exactly that host, directly in the click. Plain http is refused here already, unless it is this computer.
import { useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { AccountDraft } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { patternOfUrl, requestAccess } from '../state/site-access.ts';

export const ALIASKIT_BASE = 'https://www.aliaskit.com/api/v1';

export interface ConnectAliaskitProps {
  onDone: (name: string) => void;
  onCancel: () => void;
}

type Tested = { scopes: Record<string, boolean>; count: number | null };

export function ConnectAliaskit({ onDone, onCancel }: ConnectAliaskitProps) {
  const draft = useDraft('account.new.aliaskit', {
    baseUrl: ALIASKIT_BASE,
    apiKey: '',
    cardKey: '',
    name: '',
  });
  const [tested, setTested] = useState<Tested | null>(null);
  const act = useAct('accounts.connect');
  const form = draft.value;
  const account: AccountDraft = {
    kind: 'aliaskit',
    name: form.name.trim() || 'AliasKit',
    baseUrl: form.baseUrl.trim().replace(/\/+$/, ''),
    apiKey: form.apiKey.trim(),
    cardKey: form.cardKey.trim() || null,
  };
  const set = (change: Partial<typeof form>) => {
    setTested(null);
    act.clear();
    draft.set(change);
  };
  const complete = account.baseUrl !== '' && account.apiKey !== '';
  /** The browser's question must be the first thing that happens in the click. */
  const withAccess = (then: () => Promise<void>) => act.run(() => granted(account.baseUrl).then(then));
  const test = async () => setTested(await ask('accounts.test', account));
  const connect = async () => {
    if (!tested) await test();
    const made = await ask('accounts.connect', account);
    await draft.clear();
    onDone(made.account.name);
  };
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) withAccess(connect);
      }}
    >
      <p class="soft">{t('aliaskitText')}</p>
      <SecretField
        label={t('fieldApiKey')}
        hint={t('fieldApiKeyHint')}
        placeholder="ak_live_…"
        value={form.apiKey}
        onValue={(apiKey) => set({ apiKey })}
      />
      <TextField
        label={t('fieldBaseUrl')}
        hint={t('fieldBaseUrlHint')}
        inputMode="url"
        mono
        maxLength={500}
        value={form.baseUrl}
        onValue={(baseUrl) => set({ baseUrl })}
      />
      <SecretField
        label={t('fieldCardKeyOptional')}
        hint={t('fieldCardKeyHint')}
        placeholder="ak_ck_…"
        value={form.cardKey}
        onValue={(cardKey) => set({ cardKey })}
      />
      <TextField
        label={t('fieldAccountName')}
        hint={t('fieldAccountNameHint')}
        value={form.name}
        maxLength={200}
        placeholder="AliasKit"
        onValue={(name) => set({ name })}
      />
      {tested && <TestedWords tested={tested} />}
      <Trouble error={act.error} acts={{ retry: () => withAccess(test), allow: () => withAccess(test) }} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={act.busy} disabled={!complete}>
          {t('actionConnectOne')}
        </Button>
        <Button busy={act.busy} disabled={!complete} onClick={() => withAccess(test)}>
          {t('actionTest')}
        </Button>
        <Button onClick={onCancel}>{t('actionCancel')}</Button>
      </div>
    </form>
  );
}

function TestedWords({ tested }: { tested: Tested }) {
  const missing = Object.entries(tested.scopes)
    .filter(([, works]) => !works)
    .map(([scope]) => scope);
  return (
    <div class="good" role="status">
      <p>{tested.count === null ? t('testedWorks') : tn('testedCount', tested.count)}</p>
      {missing.length > 0 && <p>{t('testedMissing', missing.join(', '))}</p>}
    </div>
  );
}

/** Asks for the one host of a base URL. @throws AppError `insecure-url`, `no-access`, `rejected` for what is no URL. */
function granted(baseUrl: string): Promise<void> {
  const pattern = patternOfUrl(baseUrl);
  if (!pattern) return Promise.reject(new AppError('rejected', { field: 'baseUrl' }));
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'http:' && !isLoopback(hostname)) return Promise.reject(new AppError('insecure-url'));
  return requestAccess([pattern]).then((agreed) => {
    if (!agreed) throw new AppError('no-access', { host: hostname });
  });
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
