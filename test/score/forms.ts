// Scores field recognition on labelled pages in real Chromium: `node test/score/forms.ts INDEX.jsonl [--json]
// [--predictions OUT.jsonl] [--misses]`. Leans on test/score/{browse,tally,predictions}.
// Figures stand by field and by site, real pages and component renders apart, with Wilson 95 % intervals.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCases, visitPages } from './browse.ts';
import { isRealPage } from './labels.ts';
import { predictionLine } from './predictions.ts';
import { print, printTime } from './print-forms.ts';
import { tally } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    predictions: { type: 'string' },
  },
});
const [index] = positionals;
if (!index) {
  console.error('usage: node test/score/forms.ts INDEX.jsonl [--json] [--predictions OUT.jsonl] [--misses]');
  process.exit(2);
}

const cases = readCases(index);
const verdicts = await visitPages(index, cases, (page, place) =>
  page.evaluate((where) => globalThis.judgePage(where), place),
);
const report = tally(cases, verdicts);
if (values.predictions)
  writeFileSync(
    values.predictions,
    cases.map((page) => predictionLine(page, verdicts.get(page.id) ?? [])).join(''),
  );
const parts = {
  all: report,
  real: tally(
    cases.filter(({ fidelity }) => isRealPage(fidelity)),
    verdicts,
  ),
  rendered: tally(
    cases.filter(({ fidelity }) => !isRealPage(fidelity)),
    verdicts,
  ),
};
if (values.json) console.log(JSON.stringify(parts));
else {
  print('real pages', parts.real);
  print('component renders, templates and made pages', parts.rendered);
  print('all', parts.all);
  printTime(parts.all);
  if (values.misses) console.log(`\n${report.misses.join('\n')}`);
}
