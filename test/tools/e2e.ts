// `npm run e2e -- AREA [--firefox]`: the end-to-end tests of an area (areas.ts; all without one), in Chromium or in Firefox,
// on the shipped build, which is made first when a source is newer.
import { parseArgs } from 'node:util';
import { browser, endToEnd, fresh } from './stages.ts';
import { runStages } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { firefox: { type: 'boolean', default: false } },
});
const target = values.firefox ? 'firefox' : 'chrome';

process.exitCode = await runStages([
  browser(values.firefox ? 'firefox' : 'chromium'),
  fresh(target),
  endToEnd(target, positionals[0] ?? '', true),
]);
