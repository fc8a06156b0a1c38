// Fills the project's live widgets in real browsers and counts what each page's own state received:
// `npm run score:widgets -- [--browser chromium|firefox] [--only PART_OF_ID] [--json]`. Leans on test/score/widgets/.
// Fails on a miss that the ratchet does not list, and on a listed one that now works.
import { parseArgs } from 'node:util';
import { WIDGETS } from '../fixtures/widgets/all.ts';
import type { BrowserName } from '../tools/browsers.ts';
import { compare, known } from './widgets/ratchet.ts';
import { type Result, runWidget, type Verdict } from './widgets/run.ts';
import { serve } from './widgets/server.ts';
import { openStage } from './widgets/stage.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
const widgets = WIDGETS.filter(({ id }) => id.includes(values.only));
if (browsers.length === 0 || widgets.length === 0) {
  console.error('usage: npm run score:widgets -- [--browser chromium|firefox] [--only PART_OF_ID] [--json]');
  process.exit(2);
}

const report: Record<string, { counts: Record<string, Record<Verdict, number>>; misses: Result[] }> = {};
for (const browser of browsers) {
  const results = await runAll(browser);
  const counts: Record<string, Record<Verdict, number>> = {};
  for (const { kind, id } of widgets) {
    const verdict = results.find((result) => result.id === id)?.verdict ?? 'unseen';
    const row = { right: 0, honest: 0, understated: 0, unseen: 0, wrong: 0, ...counts[kind] };
    counts[kind] = { ...row, [verdict]: row[verdict] + 1 };
  }
  report[browser] = { counts, misses: results.filter(({ verdict }) => verdict !== 'right') };
  const complaints = compare(known(browser), results);
  if (complaints.length > 0) process.exitCode = 1;
  if (values.json) continue;
  console.log(`\n${browser}`);
  console.table(counts);
  for (const { id, verdict, detail } of report[browser].misses) console.log(`${verdict} ${id}: ${detail}`);
  for (const complaint of complaints) console.error(complaint);
}
if (values.json) console.log(JSON.stringify(report));

async function runAll(browser: BrowserName): Promise<Result[]> {
  const [serving, stage] = await Promise.all([serve(), openStage(browser)]);
  const results: Result[] = [];
  try {
    for (const widget of widgets) results.push(await runWidget(stage, serving, widget));
  } finally {
    await Promise.all([stage.close(), serving.close()]);
  }
  return results;
}
