// `npm test`: browsers, types, lint, unit tests short and long, both builds, extension lint, and the end-to-end tests in both browsers.
// Goes on after a failure where that makes sense; the last line counts everything.
import { browser, built, endToEnd, extensionLint, lint, long, types, unit } from './stages.ts';
import { runStages } from './tally.ts';

process.exitCode = await runStages([
  browser('chromium'),
  browser('firefox'),
  types,
  lint,
  unit,
  long,
  built('chrome'),
  built('firefox'),
  extensionLint,
  endToEnd('chrome'),
  endToEnd('firefox'),
]);
