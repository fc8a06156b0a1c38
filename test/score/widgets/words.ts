// What the content script of the widget runs and their server say to each other. Types only.
import type { FieldReport } from '../../../lib/messages/contract.ts';
import type { FieldRole, FillOutcome } from '../../../lib/model.ts';

/** One look at the focused field. */
export interface Report {
  /** What the product would announce; null where it stays quiet. */
  planned: FieldReport | null;
  focused: string | null;
  fields: {
    ref: string;
    role: FieldRole;
    eligible: boolean;
    boxes: number;
    because: string[];
    seen: string;
  }[];
}

/** What is to be typed now: into the field of the offer, by lib/fields directly where the product offers nothing, or over the whole form. */
export interface Answer {
  fills: { ref: string; role: FieldRole; value: string; by: 'offer' | 'fields' | 'persona' }[];
  /** Take it back afterwards, as the user may. */
  undo: boolean;
}

export interface Told {
  ref: string;
  role: FieldRole;
  outcome: FillOutcome;
  /** Whether taking it back was said to have worked; null where it was not asked for. */
  restored: boolean | null;
}
