// The parts of an identity in words, and their values as people read them. Leans on Intl and the catalogue; total over the parts.
import { language, t } from '../../lib/i18n.ts';
import type { PersonaPart } from '../../lib/persona-part.ts';

const WORDS: Record<PersonaPart, () => string> = {
  email: () => t('partEmail'),
  username: () => t('partUsername'),
  name: () => t('fieldName'),
  'birth-date': () => t('fieldBirthDate'),
  phone: () => t('fieldPhone'),
};

export function partWords(part: PersonaPart): string {
  return WORDS[part]();
}

/** @returns a date in full, so that day and month cannot be taken for each other; all else as it is. */
export function partValue(part: PersonaPart, value: string): string {
  return part === 'birth-date' ? birthDay(value) : value;
}

/** @param iso `YYYY-MM-DD`; what is none is shown as it is. */
export function birthDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) return iso;
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
