// Connecting a service by key: base URL and key, tried before anything is saved. The part that every such service shares; what one
// asks beyond that comes as children. Leans on accounts.test and connect; asks the browser for exactly that host, directly in
// the click. Plain http is refused here already, unless it is this computer.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { AccountDraft } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { patternOfUrl, requestAccess } from '../state/site-access.ts';

/** What every service with a key is asked for. */
export interface ServiceForm {
  apiKey: string;
  baseUrl: string;
  name: string;
}

export interface ConnectServiceProps {
  /** What the service is and what its addresses are. */
  text: string;
  /** The service's own name: what the account is called unless the user says otherwise. */
  title: string;
  keyHint: string;
  keyPlaceholder: string;
  form: ServiceForm;
  onForm: (change: Partial<ServiceForm>) => void;
  /** What would be connected, as typed so far. */
  account: Exclude<AccountDraft, { kind: 'local' }>;
  /** What to say of a key's rights, beyond what it lacks. */
  advise?: (scopes: Readonly<Record<string, boolean>>) => ComponentChildren;
  /** Fields of this service alone. */
  children?: ComponentChildren;
  onConnected: (account: AccountView) => Promise<void>;
  onCancel: () => void;
  /** What the way out is called, where it is not Cancel. */
  cancel?: string | undefined;
}

type Tested = { scopes: Record<string, boolean>; count: number | null };

export function ConnectService(props: ConnectServiceProps) {
  const { text, title, keyHint, keyPlaceholder, form, onForm, account, children, onConnected } = props;
  const [tested, setTested] = useState<Tested | null>(null);
  const act = useAct('accounts.connect');
  const typed = JSON.stringify(account);
  // What was tried, or failed, was something else than what stands here now.
  useEffect(() => {
    setTested(null);
    act.clear();
  }, [typed]);
  const complete = account.baseUrl !== '' && account.apiKey !== '';
  /** The browser's question must be the first thing that happens in the click. */
  const withAccess = (then: () => Promise<void>) => act.run(() => granted(account.baseUrl).then(then));
  /** The trial needs no password of a vault, so it gets none. */
  const trial = account.kind === 'anonli' ? { ...account, vaultPassword: null } : account;
  const test = async () => setTested(await ask('accounts.test', trial));
  const connect = async () => {
    if (!tested) await test();
    const made = await ask('accounts.connect', account);
    await onConnected(made.account);
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
      <p class="soft">{text}</p>
      <SecretField
        label={t('fieldApiKey')}
        hint={keyHint}
        placeholder={keyPlaceholder}
        value={form.apiKey}
        onValue={(apiKey) => onForm({ apiKey })}
      />
      <TextField
        label={t('fieldBaseUrl')}
        hint={t('fieldBaseUrlHint')}
        inputMode="url"
        mono
        maxLength={500}
        value={form.baseUrl}
        onValue={(baseUrl) => onForm({ baseUrl })}
      />
      {children}
      <TextField
        label={t('fieldAccountName')}
        hint={t('fieldAccountNameHint')}
        value={form.name}
        maxLength={200}
        placeholder={title}
        onValue={(name) => onForm({ name })}
      />
      {tested && <TestedWords tested={tested} advice={props.advise?.(tested.scopes)} />}
      <Trouble error={act.error} acts={{ retry: () => withAccess(test), allow: () => withAccess(test) }} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={act.busy} disabled={!complete}>
          {t('actionConnectOne')}
        </Button>
        <Button busy={act.busy} disabled={!complete} onClick={() => withAccess(test)}>
          {t('actionTest')}
        </Button>
        <Button onClick={props.onCancel}>{props.cancel ?? t('actionCancel')}</Button>
      </div>
    </form>
  );
}

/** @returns a form's common members as the account draft wants them; a name left empty is the service's. */
export function trimmed(form: ServiceForm, title: string): ServiceForm {
  return {
    apiKey: form.apiKey.trim(),
    baseUrl: form.baseUrl.trim().replace(/\/+$/, ''),
    name: form.name.trim() || title,
  };
}

/** Rights with words of their own; the rest are named as the service names them. */
const LACKING: Readonly<Record<string, () => string>> = {
  'personal-key': () => t('testedOrganisation'),
};

function TestedWords({ tested, advice }: { tested: Tested; advice: ComponentChildren }) {
  const missing = Object.entries(tested.scopes).flatMap(([scope, works]) => (works ? [] : [scope]));
  const named = missing.filter((scope) => !Object.hasOwn(LACKING, scope));
  return (
    <div class="good" role="status">
      <p>{tested.count === null ? t('testedWorks') : tn('testedCount', tested.count)}</p>
      {named.length > 0 && <p>{t('testedMissing', named.join(', '))}</p>}
      {advice && <div>{advice}</div>}
      {missing.map((scope) => Object.hasOwn(LACKING, scope) && <p key={scope}>{LACKING[scope]?.()}</p>)}
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
