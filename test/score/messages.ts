// Scores code and link extraction on a labelled index: `node test/score/messages.ts INDEX.jsonl [--json] [--predictions
// OUT.jsonl] [--misses]`. Leans on test/score/{letters,tally-letters}. Figures stand by message and by template or sender,
// with Wilson 95 % intervals. Reads only; a message that cannot be read is named and scored as unanswered.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { given } from './given.ts';
import { answer, readLetters } from './letters.ts';
import { line } from './print-forms.ts';
import { tallyLetters } from './tally-letters.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    predictions: { type: 'string' },
  },
});
const [path] = positionals;
if (!path) {
  console.error('usage: npm run score:messages -- INDEX.jsonl [--json] [--predictions OUT.jsonl] [--misses]');
  process.exit(2);
}

const TITLES = {
  codes: 'codes found, of those there are',
  wrongCodes: 'another code given instead',
  falseCodes: 'a code given where there is none',
  links: 'links',
} as const;

const index = given(path);
const letters = readLetters(index);
// The first message of a worker files the words; it is timed apart (`npm run bench`).
const [first] = letters;
if (first) answer(index, first);
const answers = letters.map((letter) => answer(index, letter));
const report = tallyLetters(letters, answers);
if (values.predictions !== undefined) {
  const lines = letters.map(({ id }, at) => {
    const { code = null, link = null, linkKind, origin } = answers[at] ?? {};
    return JSON.stringify({ id, code, link, ...(linkKind && { linkKind }), ...(origin && { origin }) });
  });
  writeFileSync(given(values.predictions), lines.map((one) => `${one}\n`).join(''));
}
if (values.json) console.log(JSON.stringify(report));
else print();

function print(): void {
  console.log(`${report.messages} messages${' '.repeat(32)}by message${' '.repeat(16)}by template or sender`);
  for (const part of ['codes', 'wrongCodes', 'falseCodes', 'links'] as const) {
    console.log(`\n${TITLES[part]}`);
    for (const [name, rates] of Object.entries(report[part])) line(name, rates);
  }
  const short = Object.entries(report.codesByLanguage).filter(([, { fields }]) => fields.hit < fields.of);
  console.log(`\nlanguages: ${Object.keys(report.codesByLanguage).length} with a code, all found but in:`);
  for (const [language, rates] of short) line(language, rates);
  const { median, p99, worst } = report.milliseconds;
  console.log(
    `\nms a message: median ${median.toFixed(2)}, p99 ${p99.toFixed(1)}, worst ${worst.toFixed(1)}`,
  );
  if (!values.misses) return;
  for (const { id, what, wanted, got } of report.misses) {
    const at = letters.findIndex((letter) => letter.id === id);
    const { candidates = [], links = [] } = answers[at]?.found ?? {};
    const seen = what === 'code' ? candidates.slice(0, 3) : links.slice(0, 2);
    console.log(`${what} ${id}: wanted ${wanted}, got ${got} of ${JSON.stringify(seen)}`);
  }
}
for (const { id, failure } of report.failed) console.error(`failed ${id}: ${failure}`);
