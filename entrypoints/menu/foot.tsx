// The foot of the menu: the ways to be left alone, and the reasons for being here. Leans on reasons.ts for their words.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import { reasonWords } from './reasons.ts';
import { Row } from './rows.tsx';
import type { MenuState } from './use-menu.ts';

export function Foot({ view, menu }: { view: MenuView; menu: MenuState }) {
  const [why, setWhy] = useState(false);
  return (
    <div class="foot">
      {why && (
        <div class="why">
          <strong>{t('menuWhyTitle')}</strong>
          {view.because.length > 0 ? (
            <ul>
              {reasonWords(view.because).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ) : (
            <p>{t('menuWhyNothing')}</p>
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
