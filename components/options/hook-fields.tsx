// The fields of a webhook endpoint, for a new one and for a change. Leans on state/hook-form.ts; what is plainly wrong is said while it is
// typed, the rest is the service's to refuse.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import { RETENTION_HOURS } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import type { Act } from '../state/ask.ts';
import type { Draft } from '../state/draft.ts';
import { type EndpointForm, hoursOf, listOf } from '../state/hook-form.ts';
import { EVENT_TYPES, eventName, RETENTIONS } from '../words/hooks.ts';

/** What is wrong with a URL as far as can be said without the service; null for nothing. */
function urlTrouble(text: string): string | null {
  const url = URL.parse(text.trim());
  if (text.trim() === '') return null;
  if (url === null || !/^https?:$/.test(url.protocol)) return t('hookUrlNone');
  const here = /^(?:127\.0\.0\.1|(?:[^.]+\.)*localhost)$/.test(url.hostname);
  if (url.protocol === 'http:') return here ? null : t('hookUrlPlain');
  return url.username !== '' || url.password !== '' ? t('hookUrlUser') : null;
}

export interface HookFieldsProps {
  draft: Draft<EndpointForm>;
  button: string;
  act: Act;
  onSubmit: () => void;
  children?: ComponentChildren;
}

export function HookFields({ draft, button, act, onSubmit, children }: HookFieldsProps) {
  if (!draft.ready) return <Skeleton rows={5} />;
  const form = draft.value;
  const trouble = urlTrouble(form.url);
  const events = listOf(form.events);
  const offered = [...new Set([...EVENT_TYPES, ...events])];
  const flip = (type: string, on: boolean) =>
    draft.set({ events: offered.filter((one) => (one === type ? on : events.includes(one))).join(',') });
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextField
        label={t('hookUrl')}
        hint={t('hookUrlHint')}
        inputMode="url"
        placeholder="https://"
        maxLength={2048}
        mono
        value={form.url}
        error={trouble}
        onValue={(url) => draft.set({ url })}
      />
      <TextField
        label={t('hookName')}
        maxLength={120}
        value={form.name}
        onValue={(name) => draft.set({ name })}
      />
      <TextField
        label={t('hookLabels')}
        hint={t('hookLabelsHint')}
        maxLength={400}
        value={form.labels}
        onValue={(labels) => draft.set({ labels })}
      />
      <fieldset class="choices">
        <legend>{t('hookEvents')}</legend>
        {offered.map((type) => (
          <label key={type} class="choice">
            <input
              type="checkbox"
              checked={events.includes(type)}
              onChange={(event) => flip(type, event.currentTarget.checked)}
            />
            <span>{eventName(type)}</span>
          </label>
        ))}
        {events.length === 0 && <p class="field-error">{t('hookEventsNone')}</p>}
      </fieldset>
      <SelectField
        label={t('hookKeep')}
        hint={t('hookKeepHint')}
        value={String(hoursOf(form.hours))}
        options={RETENTION_HOURS.map((hours) => ({ value: String(hours), label: RETENTIONS[hours]() }))}
        onValue={(hours) => draft.set({ hours })}
      />
      {children}
      <Trouble error={act.error} />
      <div class="actions">
        <Button
          type="submit"
          kind="primary"
          busy={act.busy}
          disabled={form.url.trim() === '' || trouble !== null || events.length === 0}
        >
          {button}
        </Button>
      </div>
    </form>
  );
}
