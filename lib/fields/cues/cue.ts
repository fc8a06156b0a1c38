// What cue tables are written in. Leans on lib/model.ts. A cue is data: words that speak for a meaning and how loudly; it
// decides nothing alone, and a table can be read, tested and re-weighed without reading code.
import type { FieldRole, FormKind } from '../../model.ts';

/** Things that look like a field of ours and are not; a field that is one of these is `other`, whatever else it says. */
export const LOOK_ALIKES = [
  'captcha',
  'promo',
  'gift-card',
  'pin',
  'reference',
  'search',
  'address',
  'postcode',
  'region',
  'company',
  'quantity',
  'amount',
  'secret-question',
  'message',
  'document',
  'bank',
  'device',
  'salutation',
  'middle-name',
  'url',
  'date',
  'extension',
  'display-name',
] as const;
export type LookAlike = (typeof LOOK_ALIKES)[number];

/** `password` stands for either kind until the form around it says which. */
export type Meaning =
  | Exclude<FieldRole, 'other' | 'new-password' | 'current-password'>
  | 'password'
  | LookAlike;

/** `or` between an address and a name makes the field take either; `again` beside an address asks for it twice;
 * the `way` something is sent makes a code of any "code" beside it. */
export type Joiner = 'or' | 'again' | 'way';

export interface FieldCue {
  means: Meaning | Joiner;
  weight: number;
}

/** What a password field says about being new or already known; `short` counts in a text of a few words only. */
export interface PasswordCue {
  means: 'new-password' | 'current-password';
  weight: number;
  short?: true;
}

/** Ambient words: in headings, buttons, title, path. They may only nudge a field, but they name a form. */
export interface FormCue {
  means: FormKind;
  weight: number;
}

/**
 * The cues of languages that are kin: a line a key, `key: cue|cue; cue|cue`, a part a language in the order of
 * `languages`. What English or a language before already has is not repeated: a page is read with every language of its
 * scripts. Cues are written as `wordsOf` folds them (lower case, no accents, `email` in one word); `*` after a word also
 * takes longer ones. A key is a meaning, loud (`code`) or faint (`code?`), a joiner, what a password box says
 * (`fresh`, `rules`, `stale`), or `@` and a kind of form.
 */
export interface CueTable {
  /** BCP 47 primary tags. */
  languages: readonly string[];
  cues: string;
}
