// What of a record is kept for searching, filtering and sorting: folded once, when the record is written, so that no keystroke
// folds anything. What each member means is the layout's of that kind of record (address-entry.ts, message-entry.ts). Pure. The
// record itself stays the truth; nothing here is ever shown.
import { fold } from './fold.ts';

export interface SearchEntry {
  readonly id: string;
  /** The folded texts in the order of the layout's fields, each ended by a line feed, which none of them holds. */
  readonly texts: string;
  /** Bits; the lowest is `DAMAGED`. */
  readonly flags: number;
  /** What filters compare whole. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** What is sorted by, or counted up. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Which members the entries of one kind of record have. */
export interface SearchLayout<Key extends string = string, Count extends string = string> {
  /** Another number for another meaning of what is written: chunks of any other are made anew from the records. */
  readonly format: number;
  /** The texts that are searched, the most telling first. */
  readonly fields: readonly string[];
  readonly keys: readonly Key[];
  readonly numbers: readonly Count[];
}

/** An entry with exactly the members of its layout. */
export interface EntryOf<Layout extends SearchLayout> extends SearchEntry {
  readonly keys: Readonly<Record<Layout['keys'][number], string | null>>;
  readonly numbers: Readonly<Record<Layout['numbers'][number], number>>;
}

/** The flag of what stands for a record that does not open. */
export const DAMAGED = 1;

/** @returns texts of fields as an entry holds them. */
export function textsOf(lines: readonly string[]): string {
  return lines.map((line) => `${searchedLine(line)}\n`).join('');
}

/** @returns text as it is searched, on one line. */
export const searchedLine = (text: string): string => fold(text).replace(/\s+/g, ' ');

/** @returns the bits that are set. */
export function flagsOf<Name extends string>(
  bits: Readonly<Record<Name, number>>,
  set: Readonly<Record<Name, boolean>>,
): number {
  let flags = 0;
  for (const name of Object.keys(bits) as Name[]) if (set[name]) flags |= bits[name];
  return flags;
}

/** What stands for a record that does not open: it is counted, and never found. */
export function damagedEntry(id: string, { fields, keys, numbers }: SearchLayout): SearchEntry {
  return {
    id,
    texts: '\n'.repeat(fields.length),
    flags: DAMAGED,
    keys: Object.fromEntries(keys.map((name) => [name, null])),
    numbers: Object.fromEntries(numbers.map((name) => [name, 0])),
  };
}

/** Whether nothing that is searched, filtered or sorted by differs. */
export function sameEntry(
  a: SearchEntry | undefined,
  b: SearchEntry,
  { keys, numbers }: SearchLayout,
): boolean {
  return (
    a !== undefined &&
    a.id === b.id &&
    a.texts === b.texts &&
    a.flags === b.flags &&
    keys.every((name) => a.keys[name] === b.keys[name]) &&
    numbers.every((name) => a.numbers[name] === b.numbers[name])
  );
}
