// Amounts of money in a page's words: read in the ways people write them, ranked by what stands beside them. Pure. What it says is a
// suggestion for a person to confirm, never what is paid.

export interface Amount {
  /** Hundredths of whatever is meant. */
  cents: number;
  /** The sign or code beside it, as written. */
  currency: string;
  text: string;
}

/** Where a text stood: on what sends the payment, beside a word for the sum, or anywhere. */
export type AmountPlace = 'submit' | 'total' | 'other';

const SIGN = String.raw`[\p{Sc}]|(?:US|A|C|NZ|HK)\$|R\$|zł|kr\.?|Kč|Ft|lei|CHF|EUR|USD|GBP|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|UAH|ILS|BRL|MXN|ZAR|KRW`;
const NUMBER = String.raw`\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})*(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?`;
const BEFORE = new RegExp(String.raw`(?<![\p{L}\d])(${SIGN})\s?(${NUMBER})(?!\d)`, 'u');
const AFTER = new RegExp(String.raw`(?<![\d.,])(${NUMBER})\s?(${SIGN})(?![\p{L}\d])`, 'u');

/** Words for the sum of an order. */
const TOTAL =
  /total|gesamt|summe|montant|importe|totaal|zu zahlen|à payer|a pagar|da pagare|do zapłaty|łącznie|razem|celkem|celkom|összesen|сумма|итого|всього|разом|σύνολο|toplam|summa|i alt|att betala|yhteensä|kokku|kopā|iš viso|skupaj|ukupno|общо|合計|合计|總計|总计|합계|총|الإجمالي|המחיר|סה["״]כ|कुल|tổng|jumlah/iu;

/** @returns the first amount in a short text, or null */
export function parseAmount(text: string): Amount | null {
  const line = text.normalize('NFKC').slice(0, 200);
  const before = BEFORE.exec(line);
  const after = AFTER.exec(line);
  const [currency, digits] =
    before && (!after || before.index <= after.index) ? [before[1], before[2]] : [after?.[2], after?.[1]];
  if (currency === undefined || digits === undefined) return null;
  const cents = centsOf(digits);
  return cents === null || cents === 0 ? null : { cents, currency, text: line.trim() };
}

/** @param text an amount as typed into a field of ours. @returns cents; null for what is none, or nothing */
export function typedCents(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s\p{Sc}]/gu, '');
  if (!/^\d[\d.,'’]*$/u.test(plain)) return null;
  const cents = centsOf(plain);
  return cents !== null && cents <= 10_000_000_00 ? cents : null;
}

/** The last separator with one or two digits behind it is the decimal one; three digits behind it make a thousand. */
function centsOf(digits: string): number | null {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(digits);
  const whole = (match?.[1] ?? '').replace(/\D/g, '');
  const part = (match?.[2] ?? '').padEnd(2, '0');
  const cents = Number(whole) * 100 + Number(part);
  return Number.isSafeInteger(cents) ? cents : null;
}

const RANK: Record<AmountPlace, number> = { submit: 0, total: 1, other: 2 };
const MOST = 5;

/** @returns each sum once, the likeliest first: on the button, then beside a word for the sum, then the largest */
export function rankAmounts(found: readonly { text: string; place: AmountPlace }[]): Amount[] {
  const read = found.flatMap(({ text, place }) => {
    const amount = parseAmount(text);
    return amount === null
      ? []
      : [{ ...amount, rank: RANK[place === 'other' && TOTAL.test(text) ? 'total' : place] }];
  });
  const sorted = read.sort((a, b) => a.rank - b.rank || b.cents - a.cents);
  const once = new Map<number, Amount>();
  for (const { cents, currency, text } of sorted) {
    if (!once.has(cents)) once.set(cents, { cents, currency, text });
  }
  return [...once.values()].slice(0, MOST);
}
