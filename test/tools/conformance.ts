// `npm run conformance -- SERVICE GOLDEN.json [--json]`: replays a file of recorded exchanges against the sandbox and prints
// how many came out equal, which did not, and which could not be tried and why. Ends with 1 where one differs.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Outcome } from '../conformance/outcome.ts';
import { REPLAYERS } from '../conformance/replayers.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [service = '', file] = positionals;
const replay = Object.hasOwn(REPLAYERS, service) ? REPLAYERS[service] : undefined;

if (replay === undefined || file === undefined) {
  console.error(`usage: npm run conformance -- ${Object.keys(REPLAYERS).join('|')} GOLDEN.json [--json]`);
  process.exitCode = 2;
} else {
  await jsonOf(file)
    .then(replay)
    .then(report, (error: Error) => {
      console.error(error.message);
      process.exitCode = 2;
    });
}

function report(outcome: Outcome): void {
  const { replayed, equal, different, skipped } = outcome;
  const ids = different.map(({ id }) => id);
  if (values.json) console.log(JSON.stringify({ replayed, equal, different: ids, skipped }));
  else tell(outcome);
  process.exitCode = ids.length === 0 ? 0 : 1;
}

/** @throws Error that names the file: it comes from whoever typed the command. */
async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is no JSON`);
  }
}

function tell({ replayed, equal, different, skipped }: Outcome): void {
  for (const { id, recorded, came } of different)
    console.log(`✗ ${id}\n  recorded ${JSON.stringify(recorded)}\n  came     ${JSON.stringify(came)}`);
  for (const { id, why } of skipped) console.log(`– ${id}: ${why}`);
  console.log(`${equal} of ${replayed} equal, ${different.length} different, ${skipped.length} skipped`);
}
