// How writing a text into a field of a page ended. Leans on nothing.

/** As read back from the page: there, not kept, or the field had gone. */
export type InsertOutcome = 'inserted' | 'refused' | 'gone';
