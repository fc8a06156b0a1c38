// What a person answered: each thing they chose to share with its value, an age as yes or no to its threshold, and what they kept to
// themselves. Leans on lib/checks/answers.ts; values are texts of a document, or of whoever sealed them: shown as text.

import { shownValue } from '../../lib/checks/answers.ts';
import { ALWAYS_ASKED } from '../../lib/checks/claims.ts';
import { inReadingOrder } from '../../lib/checks/draft.ts';
import { t } from '../../lib/i18n.ts';
import { claimLabel } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';

export interface AnswerClaimsProps {
  claims: readonly { claim: string; value: string | boolean | null }[];
  /** What was asked for; what is not among the claims was not shared. */
  asked: readonly { claim: string }[];
}

/** Characters from which a value is a code rather than something to be read. */
const LONG = 40;

export function AnswerClaims({ claims, asked }: AnswerClaimsProps) {
  const given = new Set(claims.map(({ claim }) => claim));
  const held = asked.filter(({ claim }) => !given.has(claim) && claim !== ALWAYS_ASKED);
  if (claims.length + held.length === 0) return <p>{t('answerNothing')}</p>;
  return (
    <dl class="answer">
      {inReadingOrder(claims).map(({ claim, value }) => {
        const words = valueWords(claim, value);
        return (
          <div key={claim}>
            <dt>{claimLabel(claim)}</dt>
            <dd class={value === false ? 'answer-no' : undefined}>
              <bdi class={words.length > LONG ? 'answer-long' : undefined}>{words}</bdi>
            </dd>
          </div>
        );
      })}
      {inReadingOrder(held).map(({ claim }) => (
        <div key={claim}>
          <dt>{claimLabel(claim)}</dt>
          <dd class="soft">{t('answerHeld')}</dd>
        </div>
      ))}
    </dl>
  );
}

function valueWords(claim: string, value: string | boolean | null): string {
  const shown = shownValue(claim, value);
  return shown.kind === 'text' ? cleanLine(shown.text) : t(shown.words, ...shown.subs);
}
