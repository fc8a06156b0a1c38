// Reading one's own receiver once, on request: its address, the browser's permission for that host alone, then whatever it kept. Leans on
// answers.fetch; the address is kept as a sealed draft, since some receivers carry a secret in it.
import { AppError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { AnswerView } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { patternOfUrl, requestAccess } from '../state/site-access.ts';

export function AnswerFetch({ onFetched }: { onFetched: (views: AnswerView[]) => void }) {
  const draft = useDraft('answers.receiver', { url: '' });
  const act = useAct('answers.fetch');
  const url = draft.value.url.trim();
  const pattern = patternOfUrl(url);
  const fetchThem = () => {
    // Asked at once, in the click itself: afterwards the browser would refuse to ask.
    const allowed = pattern === null ? Promise.resolve(true) : requestAccess([pattern]);
    act.run(async () => {
      if (!(await allowed)) throw new AppError('no-access', { host: new URL(url).host });
      onFetched((await ask('answers.fetch', { url })).answers);
    });
  };
  return (
    <form
      class="card"
      autoComplete="off"
      aria-label={t('answersFetchTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        fetchThem();
      }}
    >
      <h3>{t('answersFetchTitle')}</h3>
      <p class="soft">{t('answersFetchText')}</p>
      <TextField
        label={t('answersReceiver')}
        hint={t('answersReceiverHint')}
        inputMode="url"
        mono
        maxLength={4000}
        placeholder="https://"
        value={draft.value.url}
        onValue={(value) => draft.set({ url: value })}
      />
      <Trouble error={act.error} acts={{ retry: fetchThem, allow: fetchThem }} />
      <div class="actions">
        <Button type="submit" busy={act.busy} disabled={url === ''}>
          {t('answersFetch')}
        </Button>
      </div>
    </form>
  );
}
