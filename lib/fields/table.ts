// The cue tables, filed when they are first needed: those of Latin script for every page, those of another script when
// a text of the page shows one of its letters. Pages lie about their `lang`, and a French label on an English page is
// still a label. Leans on cues and match.ts.
import type { CueTable, FieldCue, FormCue, PasswordCue } from './cues/cue.ts';
import { latinCues } from './cues/languages.ts';
import { namingCues, namingPasswordCues } from './cues/naming.ts';
import { SCRIPTS } from './cues/scripts.ts';
import { FIELD_ROWS, FORM_ROWS, PASSWORD_ROWS } from './cues/weights.ts';
import {
  emptyIndex,
  fileCue,
  fileInside,
  findCues,
  findInside,
  type Hit,
  type Index,
  type Inside,
} from './match.ts';
import { forgetTexts } from './remember.ts';
import { wordsOf } from './words.ts';

interface Spoken {
  fields: Index<FieldCue>;
  passwords: Index<PasswordCue>;
  forms: Index<FormCue>;
}

interface Named {
  fields: Index<FieldCue>;
  inside: Inside<FieldCue>;
  passwords: Index<PasswordCue>;
  passwordsInside: Inside<PasswordCue>;
}

const PLAIN = /^[\0-\u024f]*$/;
let latin: Spoken | null = null;
/** Cues may not be there yet (scripts-later.ts). */
const scripts: readonly { letters: RegExp; cues: CueTable | null }[] = SCRIPTS;
const others: (Spoken | null)[] = scripts.map(() => null);
/** Whether letters were met whose cues are not there. */
let lacking = false;
let names: Named | null = null;

/** @returns cues of the page's languages found in words that a person reads; `words` from `wordsOf`. */
export function findSpoken<List extends keyof Spoken>(
  list: List,
  words: readonly string[],
): Hit<Spoken[List] extends Index<infer Row> ? Row : never>[];
export function findSpoken(list: keyof Spoken, words: readonly string[]): Hit<unknown>[] {
  return findCues(
    tables(words).map((spoken): Index<unknown> => spoken[list]),
    words,
  );
}

function tables(words: readonly string[]): Spoken[] {
  latin ??= file(...latinCues);
  const text = words.join('');
  if (PLAIN.test(text)) return [latin];
  const found = [latin];
  for (const [at, { letters, cues }] of scripts.entries()) {
    if (!letters.test(text)) continue;
    if (cues === null) {
      lacking = true;
      continue;
    }
    const spoken = others[at] ?? file(cues);
    others[at] = spoken;
    found.push(spoken);
  }
  return found;
}

/** @returns whether what was judged so far lacked the cues of a script that the page is written in. */
export function lacksScripts(): boolean {
  return lacking;
}

/** The cues are there now: what was found in texts without them is forgotten. */
export function scriptsCame(): void {
  lacking = false;
  forgetTexts();
}

function file(...kin: CueTable[]): Spoken {
  const spoken: Spoken = { fields: emptyIndex(), passwords: emptyIndex(), forms: emptyIndex() };
  for (const { cues } of kin) {
    for (const [key, words] of linesOf(cues)) {
      put(spoken.fields, words, FIELD_ROWS[key]);
      put(spoken.passwords, words, PASSWORD_ROWS[key]);
      put(spoken.forms, words, FORM_ROWS[key]);
    }
  }
  return spoken;
}

function put<Row>(index: Index<Row>, words: readonly string[], row: Row | undefined): void {
  if (row) for (const cue of words) fileCue(index, cue, row);
}

/** @returns keys and cues of a table, line by line, whatever the language. */
export function linesOf(text: string): [string, string[]][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return [
        line.slice(0, colon),
        line
          .slice(colon + 2)
          .split(/[|; ]*[|;][|; ]*/)
          .filter(Boolean),
      ];
    });
}

/** Cues of programmers' names: whole words, else parts of a run-together one; `words` from `identifierWords`. */
export function findNamed(words: readonly string[]): Hit<FieldCue>[] {
  const { fields, inside } = named();
  const whole = findCues([fields], words);
  return whole.length > 0 ? whole : findInside(inside, words);
}

export function findNamedPassword(words: readonly string[]): Hit<PasswordCue>[] {
  const { passwords, passwordsInside } = named();
  const whole = findCues([passwords], words);
  return whole.length > 0 ? whole : findInside(passwordsInside, words);
}

function named(): Named {
  if (names) return names;
  names = { fields: emptyIndex(), inside: new Map(), passwords: emptyIndex(), passwordsInside: new Map() };
  for (const [means, weight, words] of namingCues) {
    for (const cue of words.split('|')) {
      fileCue(names.fields, cue, { means, weight });
      fileInside(names.inside, cue, { means, weight });
    }
  }
  for (const [means, weight, words] of namingPasswordCues) {
    for (const cue of words.split('|')) {
      fileCue(names.passwords, cue, { means, weight });
      fileInside(names.passwordsInside, cue, { means, weight });
    }
  }
  return names;
}

/** @returns every word of every table as it stands there; beginnings count as words, not for what they begin. */
export function cueWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const table of [...latinCues, ...scripts.map((script) => script.cues)])
    for (const [, list] of linesOf(table?.cues ?? ''))
      for (const word of wordsOf(list.join(' '))) words.add(word);
  return words;
}
