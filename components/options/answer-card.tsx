// One sealed answer after an attempt to open it: whether it is Kayle's, which check it answers, what it says; or why it stays closed. Leans
// on lib/checks/answers.ts; what is not proven is called that before its values are shown.
import { SEALED_TROUBLES, SIGNATURES } from '../../lib/checks/answers.ts';
import { t } from '../../lib/i18n.ts';
import type { AnswerView } from '../../lib/webhook-view.ts';
import { AnswerSays } from '../parts/answer-says.tsx';
import { Badge } from '../parts/badge.tsx';
import { Facts } from '../parts/facts.tsx';
import { askedShort, whomOf } from '../words/checks.ts';
import { outcomeName } from '../words/hooks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export function AnswerCard({ view }: { view: AnswerView }) {
  const { opened } = view;
  if (opened.kind === 'closed') {
    return (
      <article class="card">
        <div class="entry-head">
          <h4>{t('answerClosed')}</h4>
          <Badge tone="bad">{t('answerStaysClosed')}</Badge>
        </div>
        <p>{t(SEALED_TROUBLES[opened.why])}</p>
      </article>
    );
  }
  return <OpenedCard view={view} opened={opened} />;
}

type Opened = Extract<AnswerView['opened'], { kind: 'opened' }>;

function OpenedCard({ view, opened }: { view: AnswerView; opened: Opened }) {
  const { entry, before, kept } = view;
  const { answer, signature } = opened;
  const { words, proven } = SIGNATURES[signature.kind];
  const signedAt = 'signedAt' in signature ? signature.signedAt : null;
  return (
    <article class="card">
      <div class="entry-head">
        <h4>
          {entry ? <bdi>{whomOf(entry)}</bdi> : t('checkById', cleanLine(answer.sessionId).slice(0, 12))}
        </h4>
        <Badge tone={answer.type === 'succeeded' ? 'good' : 'plain'}>
          {outcomeName(answer.type, answer.typeWord)}
        </Badge>
        {before !== null && <Badge>{t('answerAgain')}</Badge>}
      </div>
      <p class={proven ? 'soft' : 'notice'}>{t(words)}</p>
      <AnswerSays answer={answer} entry={entry} />
      <Facts
        facts={[
          [t('checksAsked'), entry && askedShort(entry.check?.claims ?? entry.claims)],
          [t('answerSigned'), signedAt === null ? null : at(signedAt)],
          [t('answerBefore'), before === null ? null : at(before)],
          [t('checksFactId'), cleanLine(answer.sessionId)],
        ]}
      />
      <p class="soft">{t(whereNoted(proven, kept, entry !== null))}</p>
    </article>
  );
}

function whereNoted(proven: boolean, kept: boolean, known: boolean) {
  if (kept) return 'answerNoted';
  if (!known) return 'answerNoLine';
  return proven ? 'answerWithdrawn' : 'answerNotNoted';
}
