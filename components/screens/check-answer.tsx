// The answer to a check in its own screen: what was shared, signed when, opened when; or, where a completed check's answer was not opened
// here yet, the way to open it. Leans on parts/answer-says.tsx; opens nothing itself.
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { AnswerSays } from '../parts/answer-says.tsx';
import { Button } from '../parts/button.tsx';
import { openOptions } from '../state/pages.ts';
import { at } from '../words/time.ts';

export function CheckAnswer({ entry }: { entry: LedgerView }) {
  const { answer, check } = entry;
  if (answer) {
    return (
      <section class="card" aria-label={t('answerTitle')}>
        <h3>{t('answerTitle')}</h3>
        <AnswerSays answer={answer} entry={entry} />
        <p class="soft">{t('answerOpened', at(answer.signedAt), at(answer.openedAt))}</p>
      </section>
    );
  }
  if (check?.status !== 'succeeded' && check?.status !== 'completed') return null;
  return (
    <div class="actions">
      <Button onClick={() => openOptions('checks', 'answers')}>{t('answerOpenIt')}</Button>
    </div>
  );
}
