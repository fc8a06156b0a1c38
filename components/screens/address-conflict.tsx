// Two texts for one label or note: ours, made here, and another client's. Both are shown whole, the person picks, neither is lost
// before. Leans on addresses.resolve.
import type { ComponentChildren } from 'preact';
import type { SealedField } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

const NAMES: Record<SealedField, () => string> = {
  label: () => t('conflictLabel'),
  note: () => t('conflictNote'),
};

export function AddressConflict({ address }: { address: Address }) {
  const { conflict } = address.forwarding ?? {};
  return (
    <>
      {(['label', 'note'] as const).map((field) => {
        const theirs = conflict?.[field];
        return theirs === undefined ? null : (
          <Pick key={field} id={address.id} field={field} ours={address[field]} theirs={theirs} />
        );
      })}
    </>
  );
}

interface PickProps {
  id: string;
  field: SealedField;
  ours: string;
  theirs: string;
}

function Pick({ id, field, ours, theirs }: PickProps) {
  const act = useAct('addresses.resolve');
  const keep = (which: 'ours' | 'theirs') =>
    act.run(async () => {
      await ask('addresses.resolve', { id, field, keep: which, seen: { ours, theirs } });
    });
  return (
    <section class="card conflict" aria-label={NAMES[field]()}>
      <h3>{NAMES[field]()}</h3>
      <p class="soft">{t('conflictText')}</p>
      <Version name={t('conflictOurs')} text={ours}>
        <Button kind="primary" busy={act.busy} onClick={() => keep('ours')}>
          {t('conflictKeepOurs')}
        </Button>
      </Version>
      <Version name={t('conflictTheirs')} text={theirs}>
        <Button busy={act.busy} onClick={() => keep('theirs')}>
          {t('conflictKeepTheirs')}
        </Button>
      </Version>
      <Trouble error={act.error} />
    </section>
  );
}

function Version({ name, text, children }: { name: string; text: string; children: ComponentChildren }) {
  return (
    <div class="version">
      <span class="soft">{name}</span>
      <p class="version-text">{text === '' ? <span class="soft">{t('conflictEmpty')}</span> : text}</p>
      <div class="actions">{children}</div>
    </div>
  );
}
