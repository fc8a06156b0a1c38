// The cue tables of all languages, compiled once on first use. Every page is read with every language: pages lie about
// their `lang`, and a French label on an English page is still a label.
import type { FieldCue, FormCue, LanguageCues, PasswordCue } from './cues/cue.ts';
import { de } from './cues/de.ts';
import { en } from './cues/en.ts';
import { es } from './cues/es.ts';
import { fr } from './cues/fr.ts';
import { it } from './cues/it.ts';
import { ja } from './cues/ja.ts';
import { namingCues, namingPasswordCues } from './cues/naming.ts';
import { nl } from './cues/nl.ts';
import { pl } from './cues/pl.ts';
import { pt } from './cues/pt.ts';
import { sv } from './cues/sv.ts';
import { zh } from './cues/zh.ts';
import { compileIndex, compileInside, type Index, type Inside } from './words.ts';

export const languages: readonly LanguageCues[] = [en, de, fr, es, it, nl, pt, pl, sv, ja, zh];

export interface Table {
  fields: Index<FieldCue>;
  passwords: Index<PasswordCue>;
  forms: Index<FormCue>;
  names: Index<FieldCue>;
  namesInside: Inside<FieldCue>;
  passwordNames: Index<PasswordCue>;
  passwordNamesInside: Inside<PasswordCue>;
}

let compiled: Table | null = null;

export function table(): Table {
  compiled ??= {
    fields: compileIndex(languages.flatMap((language) => language.fields)),
    passwords: compileIndex(languages.flatMap((language) => language.passwords)),
    forms: compileIndex(languages.flatMap((language) => language.forms)),
    names: compileIndex(namingCues, 'names'),
    namesInside: compileInside(namingCues),
    passwordNames: compileIndex(namingPasswordCues, 'names'),
    passwordNamesInside: compileInside(namingPasswordCues),
  };
  return compiled;
}
