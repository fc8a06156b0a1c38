// Many aliases at once, with sealed labels, as a heavy user has after years: made in memory, since ten thousand requests
// would take minutes. Their texts follow from a number, so that a test can search for them and knows what it must find.
import { newId, randomOf } from './accounts.ts';
import { putAliases } from './alias-rows.ts';
import type { AliasRow, AnonliState, UserRow } from './rows.ts';
import { sealText } from './second-client.ts';

export interface SeedWish {
  count: number;
  /** Milliseconds of the sandbox clock at which the newest was made; the others each a minute before. */
  now: number;
  /** One in so many is off; 0 for none. */
  offEvery: number;
  /** One in so many has a note; 0 for none. */
  noteEvery: number;
  /** False leaves all labels empty. */
  labels: boolean;
}

const SHOPS = [
  'Books',
  'Flowers',
  'Bakery',
  'Trains',
  'Café',
  'Música',
  'Größe',
  'Театр',
  '書店',
  'Garden',
] as const;

/** `Books 7`: the label of the alias with this number. */
export const seededLabel = (number: number): string => `${SHOPS[number % SHOPS.length]} ${number}`;
export const seededNote = (number: number): string => `Order ${number * 7} of the ${number % 28}th`;
/** Of one seeding all have the same beginning. */
export const seededAddress = (number: number, salt: string): string =>
  `s${salt}x${number.toString(36)}@anon.li`;

/** @returns the rows, the oldest first */
export function seedAliases(state: AnonliState, user: UserRow, wish: SeedWish): AliasRow[] {
  const random = randomOf(state);
  const salt = random.alnum(4);
  // Drawing each id whole would take longer than sealing its label.
  const beginning = newId(random).slice(0, 14);
  const key = wish.labels ? (user.vault?.key ?? null) : null;
  const recipientIds = [...state.recipients.values()]
    .filter((row) => row.owner === user.id && row.isDefault)
    .map(({ id }) => id);
  const every = (number: number, of: number): boolean => of > 0 && number % of === 0;
  const rows = Array.from({ length: wish.count }, (_, number): AliasRow => {
    const id = `${beginning}${number.toString(36).padStart(11, '0')}`;
    const at = wish.now - (wish.count - 1 - number) * 60_000;
    return {
      id,
      owner: user.id,
      email: seededAddress(number, salt),
      custom: false,
      active: !every(number, wish.offEvery),
      encryptedLabel: key === null ? null : sealText(key, id, 'label', seededLabel(number)),
      encryptedNote:
        key !== null && every(number, wish.noteEvery) ? sealText(key, id, 'note', seededNote(number)) : null,
      recipientIds: [...recipientIds],
      createdAt: at,
      updatedAt: at,
    };
  });
  putAliases(state, rows);
  return rows;
}
