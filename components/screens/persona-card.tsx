// A made-up person beside a plain address, for forms that ask who one is: made on wish, exchanged, forgotten, filled like that of an
// identity. Leans on identities.invent; it is sealed here and known to no service.
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Facts } from '../parts/facts.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { birthDay } from '../words/persona.ts';
import { PersonaFill } from './persona-fill.tsx';

export function PersonaCard({ address }: { address: Address }) {
  const act = useAct('identities.invent');
  const { id, persona } = address;
  const invent = () =>
    act.run(async () => {
      await ask('identities.invent', { id });
    });
  if (!persona) {
    return (
      <section class="card stack">
        <h3>{t('personTitle')}</h3>
        <p class="soft">{t('personText')}</p>
        <Button busy={act.busy} onClick={invent}>
          {t('personMake')}
        </Button>
        <Trouble error={act.error} />
      </section>
    );
  }
  return (
    <section class="card stack">
      <h3>{t('personTitle')}</h3>
      <Facts
        facts={[
          [t('fieldName'), persona.name],
          [t('fieldBirthDate'), persona.birthDate && birthDay(persona.birthDate)],
        ]}
      />
      <PersonaFill address={address} />
      <div class="actions">
        <Button busy={act.busy} onClick={invent}>
          {t('personOther')}
        </Button>
        <Button
          kind="quiet"
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              await ask('identities.uninvent', { id });
            })
          }
        >
          {t('personForget')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </section>
  );
}
