// To the script that puts a link into the text field somebody is writing in: a chat, a mail. Types alone; brought into a tab's documents when
// the user asks for it in the context menu or the popup, and told the text in exactly one of them.
import type { InsertOutcome } from '../insert-outcome.ts';
import type { Call } from './call.ts';

export interface InsertCalls {
  /** Whether a text field has the focus in this document. Remembers it for the next call. */
  'insert.look': Call<Record<string, never>, { writes: boolean }>;
  /** Puts a text where the caret is in that field, once, and tells the person beside it. */
  'insert.text': Call<{ text: string }, { outcome: InsertOutcome }>;
}
