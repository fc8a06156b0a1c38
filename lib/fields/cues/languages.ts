// Which languages there are, by the script that makes their tables worth filing. Leans on the tables alone.
import { balticFinnic } from './baltic-finnic.ts';
import type { CueTable } from './cue.ts';
import { cyrillic } from './cyrillic.ts';
import { eastAsian } from './east-asian.ts';
import { english } from './english.ts';
import { germanic } from './germanic.ts';
import { greek } from './greek.ts';
import { hindi } from './hindi.ts';
import { korean } from './korean.ts';
import { othersLatin } from './others-latin.ts';
import { romance } from './romance.ts';
import { semitic } from './semitic.ts';
import { slavic } from './slavic.ts';

export const latinCues: readonly CueTable[] = [english, germanic, romance, slavic, balticFinnic, othersLatin];

/** Scripts whose letters call for further tables. */
export const SCRIPTS: readonly { letters: RegExp; cues: CueTable }[] = [
  { letters: /[\u0400-\u052f]/, cues: cyrillic },
  { letters: /[\u0370-\u03ff]/, cues: greek },
  { letters: /[\u3040-\u30ff\u3400-\u9fff]/, cues: eastAsian },
  { letters: /[\uac00-\ud7a3]/, cues: korean },
  { letters: /[\u0590-\u06ff]/, cues: semitic },
  { letters: /[\u0900-\u097f]/, cues: hindi },
];
