// `npm run check`: types, lint and unit tests, in under a minute and without any browser.
import { lint, types, unit } from './stages.ts';
import { runStages } from './tally.ts';

process.exitCode = await runStages([types, lint, unit]);
