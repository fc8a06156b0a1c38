// A person who does not exist, for an address of no service that makes some: a name that many people have, and a grown-up's date of
// birth. Pure but for the chance it is given. No number: one that nobody answers would be somebody else's.

/** @param below how many choices there are; @returns one of 0 … below - 1, each as likely */
export type Chance = (below: number) => number;

const GIVEN =
  'Ada Alma Amir Anna Anton Aylin Ben Carla Chen Clara Daniel Diego Elena Elias Emil Emma Eva Felix Finn Greta Hana Hugo Ida Ines Ivan Jana Jonas Julia Kaya Lara Lea Leo Lina Luca Maja Marco Maria Marta Max Mia Milan Mila Nina Noah Nora Olga Oscar Paula Pavel Petra Robin Rosa Ruth Sam Sara Sofia Tara Theo Tom Vera Viktor Yara Zoe'.split(
    ' ',
  );
const FAMILY =
  'Adler Ahmed Almeida Andersen Bauer Becker Berg Blanc Brandt Carter Costa Dalton Diaz Dubois Engel Ferrari Fischer Fontaine Garcia Hansen Horvat Ivanova Jansen Jensen Kaya Keller Klein Kowalski Kumar Lang Larsen Lehmann Lima Lopez Marino Martin Meyer Moreau Moretti Nielsen Novak Okafor Olsen Pereira Quist Reyes Ricci Rossi Roth Santos Schmid Silva Sommer Svoboda Tanaka Torres Vogel Wagner Weber Winter Yilmaz Zimmer'.split(
    ' ',
  );

/** Old enough for every form, young enough for every list. */
const YOUNGEST = 22;
const OLDEST = 58;
/** Every month has this day. */
const LAST_DAY = 28;

/** @param now milliseconds since the epoch */
export function inventPerson(chance: Chance, now: number): { name: string; birthDate: string } {
  const pick = (list: readonly string[]): string => list[chance(list.length)] ?? '';
  const year = new Date(now).getUTCFullYear() - YOUNGEST - chance(OLDEST - YOUNGEST + 1);
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    name: `${pick(GIVEN)} ${pick(FAMILY)}`,
    birthDate: `${year}-${two(1 + chance(12))}-${two(1 + chance(LAST_DAY))}`,
  };
}
