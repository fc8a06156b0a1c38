// What is wrong with a part before the `@` of one's own choice, while it is typed. A total map over lib/local-part.ts's troubles.
import { t } from '../../lib/i18n.ts';
import { LONGEST_LOCAL_PART, type LocalPartTrouble } from '../../lib/local-part.ts';

export const LOCAL_PART_WORDS: Record<LocalPartTrouble, () => string> = {
  empty: () => t('localPartEmpty'),
  long: () => t('localPartLong', LONGEST_LOCAL_PART),
  'upper-case': () => t('localPartUpper'),
  characters: () => t('localPartCharacters'),
  dots: () => t('localPartDots'),
  reserved: () => t('localPartReserved'),
};
