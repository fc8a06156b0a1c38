// The foot of the menu: the ways to be left alone, the reasons for being here, and the user's word against them. Leans on
// components/words.
import { useState } from 'preact/hooks';
import { reasonWords } from '../../components/words/reasons.ts';
import { takenFor } from '../../components/words/verdict.ts';
import { t } from '../../lib/i18n.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import { Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';

/** The user's word against recognition's; what it already says need not be said. */
const RULES = [
  { means: 'email', role: 'email', words: 'menuRuleEmail' },
  { means: 'code', role: 'code', words: 'menuRuleCode' },
  { means: 'never', role: null, words: 'menuRuleNever' },
] as const;

export function Foot({ view, menu }: { view: MenuView; menu: MenuState }) {
  const [why, setWhy] = useState(false);
  return (
    <div class="foot">
      {why && (
        <div class="why">
          <strong>{t('menuWhyTitle')}</strong>
          <p>{takenFor(view)}</p>
          {view.because.length > 0 ? (
            <ul>
              {reasonWords(view.because).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ) : (
            <p>{t('menuWhyNothing')}</p>
          )}
          {view.state === 'ready' && (
            <div class="acts">
              {RULES.filter(({ role }) => role !== view.role).map(({ means, words }) => (
                <Row plain key={means} onChoose={(event) => event.isTrusted && menu.rule(means)}>
                  {t(words)}
                </Row>
              ))}
            </div>
          )}
        </div>
      )}
      <div class="acts">
        <Row plain onChoose={(event) => event.isTrusted && menu.mute('always')}>
          {t('menuNotHere')}
        </Row>
        <Row plain onChoose={(event) => event.isTrusted && menu.mute('hour')}>
          {t('menuNotForHour')}
        </Row>
        <Row plain expanded={why} onChoose={() => setWhy(!why)}>
          {t('menuWhy')}
        </Row>
      </div>
    </div>
  );
}
