// Two texts for one label or note: ours, made here, and another client's. Both are shown whole, the person picks, neither is lost
// before. Where theirs cannot be read, that is said beside ours. Leans on addresses.resolve and update.
import type { ComponentChildren } from 'preact';
import { SEALED_FIELDS, type SealedField } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useFocusKept } from '../state/focus-kept.ts';
import { isHeldBack } from '../words/address-state.ts';

const NAMES: Record<SealedField, () => string> = {
  label: () => t('conflictLabel'),
  note: () => t('conflictNote'),
};

export function AddressConflict({ address }: { address: Address }) {
  return (
    <>
      {SEALED_FIELDS.map((field) => {
        const theirs = address.forwarding?.conflict?.[field];
        const common = { id: address.id, field, ours: address[field] };
        if (theirs !== undefined) return <Pick key={field} {...common} theirs={theirs} />;
        return isHeldBack(address, field) ? <Unread key={field} {...common} /> : null;
      })}
    </>
  );
}

interface UnreadProps {
  id: string;
  field: SealedField;
  ours: string;
}

/** Ours waits for a word: what stands there was sealed with another key, and is written over by nobody unasked. */
function Unread({ id, field, ours }: UnreadProps) {
  const act = useAct('addresses.update');
  const tell = useToast();
  const box = useFocusKept<HTMLElement>();
  const write = () =>
    act.run(async () => {
      await ask('addresses.update', { id, [field]: ours, replaceClosed: true });
      tell(t('saved'));
    });
  return (
    <section ref={box} class="card conflict" aria-label={NAMES[field]()}>
      <h3>{NAMES[field]()}</h3>
      <Version name={t('conflictOurs')} text={ours}>
        <Button kind="primary" busy={act.busy} onClick={write}>
          {t('conflictWriteOurs')}
        </Button>
      </Version>
      <p class="soft">{t('conflictUnread')}</p>
      <Trouble error={act.error} />
    </section>
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
  const tell = useToast();
  const box = useFocusKept<HTMLElement>();
  const keep = (which: 'ours' | 'theirs') =>
    act.run(async () => {
      await ask('addresses.resolve', { id, field, keep: which, seen: { ours, theirs } });
      tell(t('saved'));
    });
  return (
    <section ref={box} class="card conflict" aria-label={NAMES[field]()}>
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
    <fieldset class="version">
      <legend class="soft">{name}</legend>
      <p class="version-text">{text === '' ? <span class="soft">{t('conflictEmpty')}</span> : text}</p>
      <div class="actions">{children}</div>
    </fieldset>
  );
}
