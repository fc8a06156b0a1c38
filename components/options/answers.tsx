// Sealed answers: pasted, dropped, chosen as a file, or read from one's own receiver on request, then opened on this device. Leans on
// answers.open and answers.fetch; what was opened is shown until this part is left, and noted in the ledger if it proved itself.
import { useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { AnswerView } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { AnswerCard } from './answer-card.tsx';
import { AnswerFetch } from './answer-fetch.tsx';

/** Bytes of a dropped file; a sealed answer has about two thousand. */
const MOST = 1024 * 1024;

export function Answers() {
  const [views, setViews] = useState<readonly AnswerView[] | null>(null);
  const [text, setText] = useState('');
  const [signature, setSignature] = useState('');
  const [over, setOver] = useState(false);
  const act = useAct('answers.open');
  const open = (sealed: string) =>
    act.run(async () => {
      const given = signature.trim().replace(/^x-kayle-signature:\s*/i, '');
      const { answers } = await ask('answers.open', { text: sealed, signature: given || null });
      setViews(answers);
    });
  const read = (files: FileList | undefined | null) => {
    const [file] = files ?? [];
    if (!file) return;
    // Named too large by the same words as a pasted one: what is cut there is over the limit, too.
    act.run(async () => {
      const sealed = await file.slice(0, MOST + 1).text();
      const { answers } = await ask('answers.open', { text: sealed, signature: null });
      setViews(answers);
    });
  };
  return (
    <>
      <section
        class={over ? 'card drop-over' : 'card'}
        aria-label={t('answersPaste')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const { files } = event.dataTransfer ?? {};
          if (files && files.length > 0) read(files);
          else setText(event.dataTransfer?.getData('text/plain') ?? '');
        }}
      >
        <h3>{t('answersPaste')}</h3>
        <p class="soft">{t('answersText')}</p>
        <TextField
          label={t('answersSealed')}
          hint={t('answersSealedHint')}
          mono
          rows={5}
          placeholder="eyJ…"
          value={text}
          onValue={setText}
        />
        <TextField
          label={t('answersSignature')}
          hint={t('answersSignatureHint')}
          mono
          maxLength={2000}
          placeholder="t=…,v1=…"
          value={signature}
          onValue={setSignature}
        />
        <Trouble error={act.error} />
        <div class="actions">
          <Button kind="primary" busy={act.busy} disabled={text.trim() === ''} onClick={() => open(text)}>
            {t('answersOpen')}
          </Button>
          <label class="button button-plain file">
            <input type="file" onChange={(event) => read(event.currentTarget.files)} />
            <span>{t('answersFile')}</span>
          </label>
        </div>
      </section>
      <AnswerFetch onFetched={setViews} />
      {views !== null && <Opened views={views} onClose={() => setViews(null)} />}
    </>
  );
}

/** As many as one looks through; the rest of what a receiver keeps is older. */
const SHOWN = 20;

function Opened({ views, onClose }: { views: readonly AnswerView[]; onClose: () => void }) {
  return (
    <section class="stack" aria-label={t('answersOpened')} aria-live="polite">
      <div class="card-head">
        <h3>{views.length === 0 ? t('answersNone') : tn('answersFound', views.length)}</h3>
        <Button onClick={onClose}>{t('actionClose')}</Button>
      </div>
      {views.slice(0, SHOWN).map((view, at) => (
        <AnswerCard key={at} view={view} />
      ))}
      {views.length > SHOWN && <p class="soft">{t('answersRest', SHOWN)}</p>}
    </section>
  );
}
