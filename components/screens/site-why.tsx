// "Why?" and "why not here?" for the field that has the focus in the page: the verdict with its cues, the user's own word on
// it, pointing at the right field, and the page as a test case. Leans on site.why, site.rule and site.export; the file is
// made in this window, so no permission is asked for.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RuleMeaning } from '../../lib/field-rule.ts';
import { t } from '../../lib/i18n.ts';
import type { FieldAnswer } from '../../lib/messages/views.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { reasonWords } from '../words/reasons.ts';
import { meaningWords, stopWords, takenFor } from '../words/verdict.ts';

const MEANINGS: readonly RuleMeaning[] = ['email', 'code', 'never'];

export function SiteWhy() {
  const [open, setOpen] = useState(false);
  return (
    <section class={open ? 'card why' : 'why'}>
      <Button kind="quiet" icon="more" expanded={open} onClick={() => setOpen(!open)}>
        {t('siteWhy')}
      </Button>
      {open && <Verdict />}
    </section>
  );
}

function Verdict() {
  const answer = useAsk('site.why', {}, ['rules', 'vault', 'access']);
  if (answer.value) return <Told answer={answer.value} />;
  return answer.error ? (
    <Trouble error={answer.error} acts={{ retry: answer.again }} />
  ) : (
    <Skeleton rows={2} />
  );
}

function Told({ answer: { verdict, stop } }: { answer: FieldAnswer }) {
  const box = useRef<HTMLDivElement>(null);
  // It opens at the end of the window, often below its edge.
  useLayoutEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="stack" ref={box}>
      {verdict ? (
        <>
          <p>
            <strong>{stop === null ? t('whyOffered') : stopWords(stop)}</strong>
          </p>
          <p>{takenFor(verdict)}</p>
          {verdict.because.length > 0 && (
            <ul class="reasons soft">
              {reasonWords(verdict.because).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p>{t('whyNoField')}</p>
      )}
      <Correct hasField={verdict !== null} />
      <Export />
    </div>
  );
}

function Correct({ hasField }: { hasField: boolean }) {
  const [means, setMeans] = useState<RuleMeaning>('email');
  const act = useAct('site.rule');
  const tell = useToast();
  return (
    <>
      <SelectField
        label={t('whyItIs')}
        value={means}
        options={MEANINGS.map((value) => ({ value, label: meaningWords(value) }))}
        onValue={setMeans}
      />
      <div class="actions">
        <Button
          disabled={!hasField}
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              await ask('site.rule', { means, which: 'focused' });
              tell(t('whyKept'));
            })
          }
        >
          {t('whyThisField')}
        </Button>
        <Button
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              await ask('site.rule', { means, which: 'point' });
              // The page must have the focus to be pointed into.
              window.close();
            })
          }
        >
          {t('whyPoint')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </>
  );
}

function Export() {
  const act = useAct('site.export');
  return (
    <>
      <p class="soft">{t('exportText')}</p>
      <div class="actions">
        <Button
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              const { name, html } = await ask('site.export', {});
              save(name, html);
            })
          }
        >
          {t('exportButton')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </>
  );
}

function save(name: string, html: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by then; the window may close before a timer would run, which frees it as well.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
