// The tables of other scripts than Latin, each by the letters that call for it. Leans on the tables alone. In the build of the
// page's script scripts-later.ts stands in this file's place (wxt.config.ts): most pages need none of them.
import type { CueTable } from './cue.ts';
import { cyrillic } from './cyrillic.ts';
import { eastAsian } from './east-asian.ts';
import { greek } from './greek.ts';
import { hindi } from './hindi.ts';
import { korean } from './korean.ts';
import { LETTERS, type ScriptName } from './letters.ts';
import { semitic } from './semitic.ts';

const TABLES: Record<ScriptName, CueTable> = { cyrillic, greek, eastAsian, korean, semitic, hindi };

export const SCRIPTS = LETTERS.map(({ name, letters }) => ({ letters, cues: TABLES[name] }));
