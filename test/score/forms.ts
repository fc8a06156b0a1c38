// Scores field recognition on labelled pages in real Chromium: `node test/score/forms.ts INDEX.jsonl [--json]
// [--predictions OUT.jsonl] [--misses]`. Leans on test/score/{browse,labels,tally}.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCases, visitPages } from './browse.ts';
import type { Verdict } from './forms-page.ts';
import { INTENT_OF, LABELS_OF } from './labels.ts';
import { type Case, print, tally } from './tally.ts';

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
    cases.map((page) => prediction(page, verdicts.get(page.id) ?? [])).join(''),
  );
if (values.json) console.log(JSON.stringify(report));
else print(report, values.misses);

function prediction(page: Case, found: readonly Verdict[]): string {
  const fields = found
    .filter(({ role }) => role !== 'other')
    .map(({ marker, role, form }) => {
      const label = LABELS_OF[role as keyof typeof LABELS_OF];
      const intent = INTENT_OF[form as keyof typeof INTENT_OF];
      return label === 'email' ? { marker, role: label, intent } : { marker, role: label };
    });
  const groups = new Map(
    found.filter(({ group }) => group.length > 1).map(({ group }) => [group.join(), group]),
  );
  const kinds = found.map(({ form }) => form).filter((form) => form !== 'unknown');
  return `${JSON.stringify({ id: page.id, fields, codeGroups: [...groups.values()], formKind: kinds[0] ?? 'unknown' })}\n`;
}
