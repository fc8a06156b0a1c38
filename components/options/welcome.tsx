// The first run, three steps under a minute: passphrase, where addresses come from, site access and a try. Leans on the
// vault's state and the accounts to know which step is next, so that a closed tab comes back to it.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Logo } from '../parts/logo.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { Unlock } from '../screens/unlock.tsx';
import { useAsk } from '../state/ask.ts';
import { WelcomeAccount } from './welcome-account.tsx';
import { WelcomePassphrase } from './welcome-passphrase.tsx';
import { WelcomeTry } from './welcome-try.tsx';

export function Welcome() {
  const status = useAsk('vault.status', {}, ['vault']);
  const [later, setLater] = useState(false);
  const state = status.value?.state;
  useEffect(() => {
    document.title = `${t('extName')} – ${t('welcomeTitle')}`;
  }, []);
  return (
    <main class="welcome">
      <header class="brand">
        <Logo />
        <h1>{t('welcomeTitle')}</h1>
      </header>
      {state === undefined &&
        (status.error ? <Trouble error={status.error} acts={{ retry: status.again }} /> : <Skeleton />)}
      {state === 'empty' && (
        <Step number={1} title={t('welcomePassphrase')}>
          <WelcomePassphrase onMade={status.again} />
        </Step>
      )}
      {state === 'locked' && (
        <section class="card">
          <h2>{t('errorLockedTitle')}</h2>
          <Unlock />
        </section>
      )}
      {state === 'unlocked' && <AfterPassphrase later={later} onLater={setLater} />}
    </main>
  );
}

function AfterPassphrase({ later, onLater }: { later: boolean; onLater: (later: boolean) => void }) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  if (!accounts.value) {
    return accounts.error ? (
      <Trouble error={accounts.error} acts={{ retry: accounts.again }} />
    ) : (
      <Skeleton />
    );
  }
  const connected = accounts.value.accounts;
  return connected.length > 0 || later ? (
    <Step number={3} title={t('welcomeTry')}>
      <WelcomeTry accounts={connected} onConnect={() => onLater(false)} />
    </Step>
  ) : (
    <Step number={2} title={t('welcomeAddresses')}>
      <WelcomeAccount onDone={accounts.again} onLater={() => onLater(true)} />
    </Step>
  );
}

interface StepProps {
  number: 1 | 2 | 3;
  title: string;
  children: ComponentChildren;
}

const STEPS = [1, 2, 3] as const;

function Step({ number, title, children }: StepProps) {
  return (
    <section class="card welcome-step">
      <ol class="steps" aria-label={t('welcomeStep', number)}>
        {STEPS.map((step) => (
          <li
            key={step}
            class={step <= number ? 'step-done' : ''}
            aria-current={step === number ? 'step' : undefined}
          >
            {step}
          </li>
        ))}
      </ol>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
