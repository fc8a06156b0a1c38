// Which network a card number belongs to, by its first digits: the public ranges of the networks, as a table. Pure. Used for
// words, grouping and the length of the security code; nothing is refused because its brand is not known here.

export type BrandName =
  | 'visa'
  | 'mastercard'
  | 'amex'
  | 'discover'
  | 'diners'
  | 'jcb'
  | 'unionpay'
  | 'maestro'
  | 'mir';

export interface Brand {
  name: BrandName;
  /** As the network writes itself; a name, the same in every language. */
  title: string;
  /** Digits of the security code. */
  codeLength: 3 | 4;
  /** Lengths of the printed groups; four each where it is empty. */
  groups: readonly number[];
}

const FOURS: Pick<Brand, 'codeLength' | 'groups'> = { codeLength: 3, groups: [] };

const BRANDS: Readonly<Record<BrandName, Brand>> = {
  visa: { name: 'visa', title: 'Visa', ...FOURS },
  mastercard: { name: 'mastercard', title: 'Mastercard', ...FOURS },
  amex: { name: 'amex', title: 'American Express', codeLength: 4, groups: [4, 6, 5] },
  discover: { name: 'discover', title: 'Discover', ...FOURS },
  diners: { name: 'diners', title: 'Diners Club', codeLength: 3, groups: [4, 6, 4] },
  jcb: { name: 'jcb', title: 'JCB', ...FOURS },
  unionpay: { name: 'unionpay', title: 'UnionPay', ...FOURS },
  maestro: { name: 'maestro', title: 'Maestro', ...FOURS },
  mir: { name: 'mir', title: 'Mir', ...FOURS },
};

/** First digits, from and to (inclusive, of equal length). Where ranges overlap the longer, that is the finer, one is right. */
const RANGES: readonly (readonly [from: string, to: string, brand: BrandName])[] = [
  ['4', '4', 'visa'],
  ['51', '55', 'mastercard'],
  ['2221', '2720', 'mastercard'],
  ['34', '34', 'amex'],
  ['37', '37', 'amex'],
  ['6011', '6011', 'discover'],
  ['644', '649', 'discover'],
  ['65', '65', 'discover'],
  ['300', '305', 'diners'],
  ['3095', '3095', 'diners'],
  ['36', '36', 'diners'],
  ['38', '39', 'diners'],
  ['3528', '3589', 'jcb'],
  ['62', '62', 'unionpay'],
  ['81', '81', 'unionpay'],
  ['50', '50', 'maestro'],
  ['56', '58', 'maestro'],
  ['6', '6', 'maestro'],
  ['2200', '2204', 'mir'],
];

const FINEST_FIRST = [...RANGES].sort(([a], [b]) => b.length - a.length);

/** @param digits of a number, or the first ones that were typed. @returns null where no known range begins so */
export function brandOf(digits: string): Brand | null {
  const range = FINEST_FIRST.find(([from, to]) => {
    const start = digits.slice(0, from.length);
    return start.length === from.length && start >= from && start <= to;
  });
  return range === undefined ? null : BRANDS[range[2]];
}

/** @param name as a service spells it: `visa`, `American Express`. @returns null for a brand not in the table */
export function brandNamed(name: string): Brand | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const wanted = plain(name);
  return (
    Object.values(BRANDS).find(({ name: own, title }) => own === wanted || plain(title) === wanted) ?? null
  );
}

/** @returns the security code's digits; null unless it has as many as its brand prints (three or four where none is known) */
export function cardCode(text: string, brand: Brand | null): string | null {
  const digits = text.normalize('NFKC').trim();
  const lengths: readonly number[] = brand === null ? [3, 4] : [brand.codeLength];
  return /^\d+$/.test(digits) && lengths.includes(digits.length) ? digits : null;
}
