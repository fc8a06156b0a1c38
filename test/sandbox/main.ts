// The sandbox from a shell: `npm run sandbox -- [--json] [--data FILE] [--port N] [--smtp-port N] [--seed TEXT]`.
// With --json the first line of output is one JSON object (see info.ts). Ends cleanly on SIGINT and SIGTERM.
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'smtp-port': { type: 'string', default: '0' },
    seed: { type: 'string' },
    'rate-limit': { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return value;
}

const limit = values['rate-limit'];
const sandbox = await startSandbox({
  dataFile: values.data,
  seed: values.seed,
  port: wholeNumber('port', values.port),
  smtpPort: wholeNumber('smtp-port', values['smtp-port']),
  // 0 means no limit, as there is no other use for it.
  rateLimit: limit === undefined ? undefined : wholeNumber('rate-limit', limit) || null,
});

if (values.json) console.log(JSON.stringify(sandbox.json));
else
  for (const [name, value] of Object.entries(sandbox.json))
    console.log(name.padEnd(12), JSON.stringify(value));

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (closing) return;
    closing = true;
    await sandbox.close();
    process.exit(0);
  });
