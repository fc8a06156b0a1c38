// Scores field recognition on labelled pages in real Chromium: `node test/score/forms.ts INDEX.jsonl [--json]
// [--predictions OUT.jsonl] [--misses] [--leave-out]`. Leans on test/score/{cases,browse,tally,predictions}. Files stand beside the index.
// Figures stand by field and by site, real pages and component renders apart, with Wilson 95 % intervals. A page that
// cannot be read, hangs or fails is scored as if nothing had been recognised there, and named.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { visitPages } from './browse.ts';
import { readCases } from './cases.ts';
import { given } from './given.ts';
import { isRealPage } from './labels.ts';
import { leaveOut } from './leave-out.ts';
import { predictionLine } from './predictions.ts';
import { print, printLeftOut, printTime } from './print-forms.ts';
import { tally } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    'leave-out': { type: 'boolean', default: false },
    predictions: { type: 'string' },
  },
});
const [path] = positionals;
if (!path) {
  console.error(
    'usage: npm run score:forms -- INDEX.jsonl [--json] [--predictions OUT.jsonl] [--misses] [--leave-out]',
  );
  process.exit(2);
}

const index = given(path);
const cases = readCases(index);
const visits = await visitPages(index, cases, (page, place) =>
  page.evaluate(
    ({ where, reads }) => ({
      verdicts: globalThis.judgePage(where),
      readings: reads ? globalThis.readPage(where) : [],
    }),
    { where: place, reads: values['leave-out'] },
  ),
);
const answers = [...visits].flatMap(([id, visit]) => ('answer' in visit ? [{ id, ...visit.answer }] : []));
const verdicts = new Map(answers.map((answer) => [answer.id, answer.verdicts]));
const leftOut = values['leave-out']
  ? await leaveOut(cases, new Map(answers.map((answer) => [answer.id, answer.readings])))
  : null;
const failed = [...visits].flatMap(([id, visit]) => ('failure' in visit ? [{ id, ...visit }] : []));
if (values.predictions)
  writeFileSync(
    given(values.predictions),
    cases.map((page) => predictionLine(page, verdicts.get(page.id) ?? [])).join(''),
  );
const real = cases.filter(({ fidelity }) => isRealPage(fidelity));
const parts = {
  all: tally(cases, verdicts),
  real: tally(real, verdicts),
  rendered: tally(
    cases.filter((page) => !real.includes(page)),
    verdicts,
  ),
};
if (values.json) console.log(JSON.stringify({ ...parts, leftOut, failed }));
else {
  print('real pages', parts.real);
  print('component renders, templates and made pages', parts.rendered);
  print('all', parts.all);
  printTime(parts.all);
  if (leftOut) printLeftOut(leftOut);
  if (values.misses) for (const { what, why } of parts.all.misses) console.log(`${what} ${why}`);
}
for (const { id, failure, detail } of failed) console.error(`${failure} ${id}: ${detail}`);
