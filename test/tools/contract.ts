// `npm run contract -- KIND --base URL --key KEY [--json]`: tries what a provider promises on a running server, through the
// extension's own code. More for anonli: `[--vault-password PW] [--recipient ADDRESS]`; for aliaskit: `[--card-key KEY]
// [--smtp HOST:PORT] [--phone]` (the last buys numbers). Makes and removes its own things; ends with 1 where a promise is not
// kept. Prints neither keys nor password.
import { parseArgs } from 'node:util';
import { toWire } from '../../lib/error.ts';
import type { ContractReport } from '../contract/suite.ts';
import { SUITES } from '../contract/suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string' },
    key: { type: 'string' },
    'vault-password': { type: 'string' },
    recipient: { type: 'string' },
    'card-key': { type: 'string' },
    smtp: { type: 'string' },
    phone: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [kind = ''] = positionals;
const run = Object.hasOwn(SUITES, kind) ? SUITES[kind] : undefined;
const { base, key, recipient, smtp, phone, 'vault-password': vaultPassword, 'card-key': cardKey } = values;

if (run === undefined || base === undefined || key === undefined) {
  const kinds = Object.keys(SUITES).join('|');
  console.error(
    `usage: npm run contract -- ${kinds} --base URL --key KEY [--json]
  anonli: [--vault-password PW] [--recipient ADDRESS]
  aliaskit: [--card-key KEY] [--smtp HOST:PORT] [--phone]`,
  );
  process.exitCode = 2;
} else {
  await run({ base, key, vaultPassword, recipient, cardKey, smtp, phone }).then(
    (report) => {
      if (values.json) console.log(JSON.stringify(report));
      else tell(report);
      process.exitCode = report.failed.length === 0 && report.left.length === 0 ? 0 : 1;
    },
    (error: unknown) => {
      console.error(`cannot begin: ${JSON.stringify(toWire(error))}`);
      process.exitCode = 2;
    },
  );
}

function tell({ passed, failed, skipped, requests, left }: ContractReport): void {
  for (const name of passed) console.log(`✓ ${name}`);
  for (const { name, why } of failed) console.log(`✗ ${name}\n  ${why}`);
  for (const { name, why } of skipped) console.log(`– ${name}: ${why}`);
  for (const name of left) console.log(`! still there: ${name}`);
  console.log(
    `${passed.length} kept, ${failed.length} not, ${skipped.length} left out, ${requests} requests`,
  );
}
