// What is known of one control between weighing its cues and settling its role. Leans on the cue types; types and one
// question only.
import type { Meaning } from './cues/cue.ts';
import type { PasswordLean } from './password.ts';
import type { Reason } from './reasons.ts';
import type { ElementSnapshot } from './types.ts';

export interface Judged {
  element: ElementSnapshot;
  meaning: Meaning | null;
  score: number;
  because: Reason[];
  group: ElementSnapshot[];
  lean: PasswordLean | null;
}

/** Hidden controls are read but say nothing about what a form is for, unless the page draws boxes for what is typed in them. */
export function isThere(element: ElementSnapshot): boolean {
  return element.seen === 'yes' || element.seen === 'transparent' || element.cells > 0;
}
