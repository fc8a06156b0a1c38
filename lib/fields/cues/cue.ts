// What one row of a cue table is. Leans on lib/model.ts. A cue is data: words that speak for a meaning and how loudly;
// it decides nothing alone, and a table can be read, tested and re-weighed without reading code.
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

/** Words near a control, separated by `|`; a trailing `*` also matches longer words (`verif*`). What English already has is not repeated elsewhere: all tables are read for every page. */
export interface FieldCue {
  means: Meaning;
  words: string;
  weight: number;
}

/** What a password field says about being new or already known. */
export interface PasswordCue {
  means: 'new-password' | 'current-password';
  words: string;
  weight: number;
}

/** Ambient words: in headings, buttons, title, path. They may only nudge a field, but they name a form. */
export interface FormCue {
  means: FormKind;
  words: string;
  weight: number;
}

export interface LanguageCues {
  /** BCP 47 primary tag. */
  lang: string;
  fields: readonly FieldCue[];
  passwords: readonly PasswordCue[];
  forms: readonly FormCue[];
}
