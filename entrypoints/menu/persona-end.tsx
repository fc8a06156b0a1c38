// How filling an identity ended: what the page kept, and what it did not and can be copied instead. Leans on row.tsx;
// honest about every part.
import { wordsFor } from '../../components/words/errors.ts';
import { partWords } from '../../components/words/persona.ts';
import type { WireError } from '../../lib/error.ts';
import { language, t } from '../../lib/i18n.ts';
import type { PersonaReceipt, PersonaView } from '../../lib/messages/persona.ts';
import type { PersonaPart } from '../../lib/persona-part.ts';
import { Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';

interface PersonaEndProps {
  end: PersonaReceipt;
  view: PersonaView;
  menu: MenuState;
}

export function PersonaEnd({ end, view, menu }: PersonaEndProps) {
  const whole = end.failed.length === 0;
  const copies = view.parts.filter(({ part }) => end.failed.includes(part));
  return (
    <div class={whole ? 'receipt' : 'trouble'}>
      <div role={whole ? 'status' : 'alert'}>
        {end.filled.length > 0 && <strong>{t('menuPersonaFilled', view.name, listOf(end.filled))}</strong>}
        {!whole && <p>{t('menuPersonaFailed', listOf(end.failed))}</p>}
      </div>
      <div class="acts">
        {copies.map(({ part, value }) => (
          <Row plain key={part} onChoose={(event) => event.isTrusted && menu.copy(value)}>
            {t('menuPersonaCopy', partWords(part))}
          </Row>
        ))}
      </div>
    </div>
  );
}

export function PersonaTrouble({ trouble }: { trouble: WireError }) {
  const { title, safe, next } = wordsFor(trouble);
  return (
    <div class="trouble" role="alert">
      <strong>{title}</strong>
      <p>
        {safe} {next}
      </p>
    </div>
  );
}

const listOf = (parts: readonly PersonaPart[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts.map(partWords));
