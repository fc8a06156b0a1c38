// The letters of the scripts that have cue tables of their own. Leans on nothing, so that a page can be asked for them before
// any of those tables is there.

export type ScriptName = 'cyrillic' | 'greek' | 'eastAsian' | 'korean' | 'semitic' | 'hindi';

export const LETTERS: readonly { name: ScriptName; letters: RegExp }[] = [
  { name: 'cyrillic', letters: /[\u0400-\u052f]/ },
  { name: 'greek', letters: /[\u0370-\u03ff]/ },
  { name: 'eastAsian', letters: /[\u3040-\u30ff\u3400-\u9fff]/ },
  { name: 'korean', letters: /[\uac00-\ud7a3]/ },
  { name: 'semitic', letters: /[\u0590-\u06ff]/ },
  { name: 'hindi', letters: /[\u0900-\u097f]/ },
];
