// Counts answers against labels: codes by channel, links by what they do, each with what should not have been offered.
// Leans on letters.ts and rates.ts; pure.
import { type Answer, isBound, type Letter, originOf } from './letters.ts';
import { Counters, type Quantiles, quantiles, type Rates } from './rates.ts';

/** Kinds that are to be offered as "confirm" or "sign in". */
const DUE: ReadonlySet<string> = new Set(['verify', 'sign-in', 'change-email']);

export interface LetterReport {
  messages: number;
  /** Of messages with a code, those where it was found; by channel, codes bound to a host apart. */
  codes: Record<string, Rates>;
  /** Of those, where another one was given instead. */
  wrongCodes: Record<string, Rates>;
  /** Of messages without, those where one was given. */
  falseCodes: Record<string, Rates>;
  codesByLanguage: Record<string, Rates>;
  links: Record<string, Rates>;
  milliseconds: Quantiles;
  failed: { id: string; failure: string }[];
  misses: { id: string; what: string; wanted: string | null; got: string | null }[];
}

export function tallyLetters(letters: readonly Letter[], answers: readonly Answer[]): LetterReport {
  const codes = new Counters();
  const wrong = new Counters();
  const alarms = new Counters();
  const languages = new Counters();
  const links = new Counters();
  const misses: LetterReport['misses'] = [];
  for (const [at, letter] of letters.entries()) {
    const got = answers[at];
    if (!got || letter.tags.some((tag) => tag.startsWith('do_not_score'))) continue;
    judgeCode(letter, got);
    judgeLink(letter, got);
  }
  return {
    messages: letters.length,
    codes: codes.rates(),
    wrongCodes: wrong.rates(),
    falseCodes: alarms.rates(),
    codesByLanguage: languages.rates(),
    links: links.rates(),
    milliseconds: quantiles(answers.map(({ time }) => time)),
    failed: letters.flatMap(({ id }, at) => {
      const failure = answers[at]?.failure;
      return failure ? [{ id, failure }] : [];
    }),
    misses,
  };

  function judgeCode(letter: Letter, { code, origin }: Answer): void {
    const kind = isBound(letter) ? 'origin-bound' : letter.channel;
    const site = letter.group ?? letter.id;
    const wanted = letter.expected_code;
    const miss = (got: string | null): number => misses.push({ id: letter.id, what: 'code', wanted, got });
    if (wanted === null) {
      alarms.add(kind, site, code !== null);
      if (code !== null) miss(code);
      return;
    }
    const accepted = letter.accept_codes ?? [wanted];
    const expected = letter.expected_origin;
    const isHost = expected === null || expected === origin || originOf(expected) === origin;
    const isRight = code !== null && accepted.includes(code) && isHost;
    codes.add(kind, site, isRight);
    wrong.add(kind, site, !isRight && code !== null);
    if (letter.lang !== null) languages.add(letter.lang, site, isRight);
    if (!isRight) miss(isHost ? code : `${code} @${origin}`);
  }

  function judgeLink(letter: Letter, { link, linkKind }: Answer): void {
    const site = letter.group ?? letter.id;
    const wanted = letter.expected_link;
    const miss = (): number =>
      misses.push({ id: letter.id, what: `link ${letter.link_kind ?? ''}`.trim(), wanted, got: link });
    if (wanted !== null && DUE.has(letter.link_kind ?? '')) {
      const isRight = link !== null && isSame(link, wanted);
      links.add('verify, sign-in, change-email: right', site, isRight);
      links.add('verify, sign-in, change-email: wrong', site, link !== null && !isRight);
      if (!isRight) miss();
      return;
    }
    const due = wanted === null ? 'offered where there is none' : `offered: ${letter.link_kind ?? 'other'}`;
    if (wanted !== null) links.add('offered: reset, account action, identity provider', site, link !== null);
    links.add(due, site, link !== null);
    if (link !== null) misses.push({ id: letter.id, what: `link (${linkKind})`, wanted, got: link });
  }
}

function isSame(one: string, other: string): boolean {
  return one === other || (URL.canParse(other) && new URL(other).href === one);
}
