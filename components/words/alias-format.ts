// How the part before the `@` of a new alias comes about, in words. A total map: a new format must be named.
import { t } from '../../lib/i18n.ts';
import type { AliasFormat } from '../../lib/requests.ts';

export const FORMAT_WORDS: Record<AliasFormat, () => string> = {
  random_characters: () => t('aliasCharacters'),
  random_words: () => t('aliasWords'),
  uuid: () => t('aliasUuid'),
  custom: () => t('aliasCustom'),
};
