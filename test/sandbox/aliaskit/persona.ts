// Made-up people: names, addresses, dates of birth and numbers of ranges kept for fiction. Leans on the sandbox's own
// chance, so a seeded run repeats; the numbers belong to nobody (NANPA 555-01xx, Ofcom 07700 900xxx).
import type { Random } from '../world/random.ts';
import type { State } from '../world/state.ts';
import { ApiError } from './errors.ts';

const FIRST = [
  'Ada',
  'Amir',
  'Ana',
  'Anouk',
  'Ben',
  'Carla',
  'Chidi',
  'Clara',
  'Dario',
  'Edith',
  'Elif',
  'Emil',
  'Farah',
  'Greta',
  'Hana',
  'Ines',
  'Ivo',
  'Jonas',
  'Kofi',
  'Lena',
  'Luca',
  'Mara',
  'Mei',
  'Milo',
  'Nadia',
  'Noor',
  'Olga',
  'Oscar',
  'Paula',
  'Ravi',
  'Rosa',
  'Samir',
  'Sofia',
  'Tariq',
  'Tilda',
  'Uma',
  'Viktor',
  'Wanda',
  'Yara',
  'Zoe',
] as const;
const LAST = [
  'Abbott',
  'Almeida',
  'Bauer',
  'Bellamy',
  'Carver',
  'Castillo',
  'Dalton',
  'Dubois',
  'Ellery',
  'Farrow',
  'Fischer',
  'Garnier',
  'Hale',
  'Haddad',
  'Ibsen',
  'Jansen',
  'Keller',
  'Kowalski',
  'Lindqvist',
  'Lowell',
  'Marsh',
  'Moreau',
  'Nakamura',
  'Novak',
  'Okafor',
  'Ortega',
  'Pereira',
  'Quinn',
  'Reyes',
  'Rossi',
  'Sandoval',
  'Schreiber',
  'Tanaka',
  'Thorne',
  'Usher',
  'Varga',
  'Weller',
  'Winslow',
  'Yilmaz',
  'Zeman',
] as const;

export const personName = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`;

/** `YYYY-MM-DD`, years 1970–2000, days 1–28 (contract §3). */
export function birthDate(random: Random): string {
  const [year, month, day] = [1970 + random.below(31), 1 + random.below(12), 1 + random.below(28)];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ASCII words of a name, for the local part of an address; `user` where none are left. */
export function slugOf(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 50) || 'user';
}

export const COUNTRIES = ['US', 'GB'] as const;
export type Country = (typeof COUNTRIES)[number];

const US_AREAS = ['202', '303', '404', '505', '602', '702', '808', '919'] as const;
const last = (n: number, width: number): string => String(n).padStart(width, '0');

const NUMBERS: Record<Country, readonly string[]> = {
  US: US_AREAS.flatMap((area) => Array.from({ length: 100 }, (_, n) => `+1${area}55501${last(n, 2)}`)),
  GB: Array.from({ length: 1000 }, (_, n) => `+447700900${last(n, 3)}`),
};

/** The first number nobody holds; throws 500 when there is none (contract §3.1). */
export function freeNumber(state: State, country: Country): string {
  const held = new Set([...state.identities.values()].map((row) => row.phoneNumber));
  const number = state.settings.aliaskit.phone_stock
    ? NUMBERS[country].find((one) => !held.has(one))
    : undefined;
  if (number === undefined)
    throw new ApiError({ type: 'internal_error', message: 'No phone number is available' });
  return number;
}
