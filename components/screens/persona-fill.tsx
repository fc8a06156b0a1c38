// A whole identity into the form in front of the user, from the toolbar, where no access is needed: what the form asks for is looked at
// first, every value is seen and chosen, and all of it can be taken back. Leans on site.persona and site.assume.
import { useState } from 'preact/hooks';
import { language, t, tn } from '../../lib/i18n.ts';
import type { PersonaReceipt, PersonaView } from '../../lib/messages/persona.ts';
import type { Address } from '../../lib/model.ts';
import type { PersonaPart } from '../../lib/persona-part.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { partValue, partWords } from '../words/persona.ts';

export function PersonaFill({ address }: { address: Address }) {
  const [view, setView] = useState<PersonaView | null>(null);
  const look = useAct('site.persona');
  if (view) return <Choice view={view} onClose={() => setView(null)} />;
  return (
    <>
      <Button
        kind="quiet"
        icon="fill"
        busy={look.busy}
        onClick={() => look.run(async () => setView(await ask('site.persona', { id: address.id })))}
      >
        {t('personaStart')}
      </Button>
      {look.error?.code === 'no-field' ? (
        <p class="notice">{t('personaNoForm')}</p>
      ) : (
        <Trouble error={look.error} />
      )}
    </>
  );
}

function Choice({ view, onClose }: { view: PersonaView; onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<PersonaPart>>(
    () => new Set(view.parts.filter(({ taken }) => !taken).map(({ part }) => part)),
  );
  const [end, setEnd] = useState<PersonaReceipt | null>(null);
  const fill = useAct('site.assume');
  if (end) return <End end={end} view={view} onClose={onClose} />;
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        const parts = view.parts.flatMap(({ part }) => (chosen.has(part) ? [part] : []));
        fill.run(async () => setEnd(await ask('site.assume', { id: view.id, parts })));
      }}
    >
      <fieldset class="pay-frames">
        <legend>{t('menuPersonaUse', view.name)}</legend>
        {view.parts.map(({ part, value, taken }) => (
          <label key={part} class="check">
            <input
              type="checkbox"
              checked={chosen.has(part)}
              onChange={(event) => setChosen(withPart(chosen, part, event.currentTarget.checked))}
            />
            <span>
              <b>
                <bdi>{partValue(part, value)}</bdi>
              </b>
              <span class="soft">{partWords(part)}</span>
              {taken && <span class="soft">{t('menuPersonaTaken')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <Trouble error={fill.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={fill.busy} disabled={chosen.size === 0}>
          {tn('menuPersonaFill', chosen.size)}
        </Button>
        <Button onClick={onClose}>{t('actionCancel')}</Button>
      </div>
    </form>
  );
}

function withPart(chosen: ReadonlySet<PersonaPart>, part: PersonaPart, on: boolean): Set<PersonaPart> {
  const next = new Set(chosen);
  if (on) next.add(part);
  else next.delete(part);
  return next;
}

function End({ end, view, onClose }: { end: PersonaReceipt; view: PersonaView; onClose: () => void }) {
  const [back, setBack] = useState<boolean | null>(null);
  const undo = useAct('site.unassume');
  const failed = view.parts.filter(({ part }) => end.failed.includes(part));
  return (
    <div class="card stack" role="status">
      {back !== null && <p>{back ? t('menuUndone') : t('menuUndoTooLate')}</p>}
      {back === null && end.filled.length > 0 && (
        <p>{t('menuPersonaFilled', view.name, listOf(end.filled))}</p>
      )}
      {back === null && failed.length > 0 && (
        <p class="notice">{t('menuPersonaFailed', listOf(end.failed))}</p>
      )}
      {failed.map(({ part, value }) => (
        <CopyButton key={part} wide text={value} label={t('menuPersonaCopy', partWords(part))} />
      ))}
      <Trouble error={undo.error} />
      <div class="actions">
        <Button onClick={onClose}>{t('actionClose')}</Button>
        {back === null && end.filled.length > 0 && (
          <Button
            busy={undo.busy}
            onClick={() => undo.run(async () => setBack((await ask('site.unassume', {})).restored))}
          >
            {t('menuUndo')}
          </Button>
        )}
      </div>
    </div>
  );
}

const listOf = (parts: readonly PersonaPart[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts.map(partWords));
