// How a check ended, as its sealed answer tells it: the outcome in words, then what was shared. Leans on lib/checks; an answer that shares
// nothing says why.

import { cancelReasonWords, describeFailure } from '../../lib/checks/status.ts';
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import type { CheckAnswer } from '../../lib/sealed-answer.ts';
import { cleanLine } from '../words/plain-text.ts';
import { AnswerClaims } from './answer-claims.tsx';

export interface AnswerSaysProps {
  answer: Pick<CheckAnswer, 'type' | 'typeWord' | 'claims' | 'failureCode' | 'cancelReason'>;
  /** The line of the check it answers, where one is known. */
  entry: LedgerView | null;
}

export function AnswerSays({ answer, entry }: AnswerSaysProps) {
  const asked = entry?.check?.claims ?? entry?.claims ?? [];
  if (answer.type === 'succeeded' || answer.claims.length > 0)
    return <AnswerClaims claims={answer.claims} asked={asked} />;
  return <p>{whyNothing(answer)}</p>;
}

function whyNothing({ type, typeWord, failureCode, cancelReason }: AnswerSaysProps['answer']): string {
  if (type === 'cancelled') return t(cancelReasonWords(cancelReason));
  if (type === 'expired') return t('checkStatusExpiredSays');
  if (type === 'unknown') return t('answerUnknown', cleanLine(typeWord));
  if (failureCode === null) return t('checkStatusFailedSays');
  const { says, next, subs } = describeFailure(failureCode);
  return `${t(says, ...subs.map(cleanLine))} ${t(next)}`;
}
