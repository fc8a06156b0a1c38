// Which part of a date a control asks for: by its words or by what its list of options can only be. Leans on words.ts
// and a table; pure. A control that names two parts ("MM/YY") is a whole date and no part.
import { type DatePart, partWords } from './cues/parts.ts';
import type { ElementSnapshot } from './types.ts';
import { identifierWords, wordsOf } from './words.ts';

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];
const sets = new Map(PARTS.map((part) => [part, new Set(partWords[part])]));

export function partOf(element: ElementSnapshot): DatePart | null {
  const { texts } = element;
  const own = wordsOf(`${texts.ariaLabel} ${texts.label} ${element.placeholder}`);
  return (
    single(own) ??
    single(identifierWords(`${element.name} ${element.id}`)) ??
    optionsPart(element) ??
    single([...identifierWords(element.className), ...wordsOf(element.options[0] ?? '')])
  );
}

/** Whether the control's own words ask for a month and a year at once. */
export function namesTwoParts({ texts, placeholder }: ElementSnapshot): boolean {
  const words = wordsOf(`${texts.ariaLabel} ${texts.label} ${placeholder}`);
  return (['month', 'year'] as const).every((part) => words.some((word) => sets.get(part)?.has(word)));
}

/** One letter of a longer word of such scripts is no part: 日 in 出生日期. */
const LONGEST_WITH_LETTER = 3;

function single(all: readonly string[]): DatePart | null {
  const words = all.length > LONGEST_WITH_LETTER ? all.filter((word) => !/^[日月年]$/.test(word)) : all;
  const named = PARTS.filter((part) => words.some((word) => sets.get(part)?.has(word)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Twelve months, up to thirty-one days, or a run of years; a first line may be a prompt. */
export function optionsPart({ tag, options }: ElementSnapshot): DatePart | null {
  if (tag !== 'select' || options.length < 6) return null;
  const choices = options.slice(1).filter((option) => option !== '');
  const numbers = choices.map((option) => (/^\d{1,4}$/.test(option.trim()) ? Number(option) : Number.NaN));
  if (numbers.some(Number.isNaN)) return null;
  if (numbers.every((number) => number >= 1900 && number <= 2100)) return 'year';
  // The first sixteen are read: months end at twelve, days go on.
  if (numbers.every((number) => number >= 1 && number <= 31)) return options.length >= 15 ? 'day' : 'month';
  return numbers.every((number) => number > 12 && number <= 99) ? 'year' : null;
}
