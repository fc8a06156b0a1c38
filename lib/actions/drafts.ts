// Sealed drafts of what is being typed in our own pages, by place. Leans on the vault; holds no passphrases (the screens
// never hand one over).
import { getRecord, putRecord, removeRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

const PREFIX = 'typed:';

export async function readDraft(u: Unlocked, place: string): Promise<string | null> {
  return (await getRecord(u, 'draft', PREFIX + place))?.value ?? null;
}

/** @param value null clears. */
export async function writeDraft(u: Unlocked, place: string, value: string | null): Promise<void> {
  if (value === null) await removeRecord('draft', PREFIX + place);
  else await putRecord(u, 'draft', { id: PREFIX + place, value });
}
