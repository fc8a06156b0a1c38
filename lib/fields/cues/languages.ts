// Which languages of Latin script there are: every page is read with all of them. Leans on the tables alone.
import { balticFinnic } from './baltic-finnic.ts';
import type { CueTable } from './cue.ts';
import { english } from './english.ts';
import { germanic } from './germanic.ts';
import { othersLatin } from './others-latin.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';

export const latinCues: readonly CueTable[] = [english, germanic, romance, slavic, balticFinnic, othersLatin];
