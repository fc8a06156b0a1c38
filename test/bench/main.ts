// `npm run bench [-- NAME …] [--json] [--build FOLDER]`: measures speed and size of the shipped build and prints each figure with its
// goal; `--help` lists the names. What takes many minutes runs only when named, or with `--all`. Judges nothing by its exit code but
// whether it could be measured: machines differ, so no test is timed.
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFolder, ensureBuilt } from '../tools/build.ts';
import { measureLiveCodes, measurePolledCodes } from './codes.ts';
import { describe, type Figure } from './figure.ts';
import { measureFirstConnection } from './first-connection.ts';
import { measureFirstSync } from './first-sync.ts';
import { measureFocus } from './focus.ts';
import { measureInbox } from './inbox.ts';
import { measureOpenMany } from './open-many.ts';
import { measurePopup } from './popup.ts';
import { measureSearch } from './search.ts';
import { measureOwn, measurePage, measureWaiting } from './sizes.ts';
import type { Setting } from './stage.ts';
import { measureUnlock } from './unlock.ts';
import { measureMessages, measureSnapshots, measureVerdicts } from './verdicts.ts';
import { measureWorkerStart } from './worker-start.ts';

const BENCHES: Record<string, (setting: Setting) => Promise<Figure[]>> = {
  'waiting-size': measureWaiting,
  'page-size': measurePage,
  'own-size': measureOwn,
  unlock: measureUnlock,
  'worker-start': measureWorkerStart,
  'focus-to-button': measureFocus,
  'code-live': measureLiveCodes,
  'code-polled': measurePolledCodes,
  'open-many': measureOpenMany,
  verdicts: measureVerdicts,
  snapshots: measureSnapshots,
  messages: measureMessages,
  search: measureSearch,
  popup: measurePopup,
  inbox: measureInbox,
  'first-connection': measureFirstConnection,
  'first-sync': measureFirstSync,
};

/** Only when named: they wait for minutes of mail, or read a hundred thousand aliases. */
const LONG: ReadonlySet<string> = new Set(['code-live', 'code-polled', 'first-sync']);

const USAGE = `usage: npm run bench [-- NAME …] [--all] [--json] [--build FOLDER]
Without a name everything but ${[...LONG].join(', ')}: minutes each, they run when named, or with --all.
Names: ${Object.keys(BENCHES).join(', ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    build: { type: 'string' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}\n${USAGE}`);
  process.exit(2);
}

if (values.build === undefined) await ensureBuilt('chrome');
const setting: Setting = {
  extension: values.build === undefined ? buildFolder('chrome') : resolve(values.build),
  tell: (line) => console.error(`bench: ${line}`),
};
const [load = 0] = loadavg();
if (load > availableParallelism()) {
  setting.tell(
    `load ${load.toFixed(1)} on ${availableParallelism()} cores: times will be too long, ratios and sizes not`,
  );
}
const isChosen = (name: string): boolean =>
  values.all || (positionals.length > 0 ? positionals.includes(name) : !LONG.has(name));
const all: Figure[] = [];
for (const [name, measure] of Object.entries(BENCHES)) {
  if (!isChosen(name)) continue;
  try {
    const figures = await measure(setting);
    all.push(...figures);
    if (!values.json) for (const figure of figures) console.log(describe(figure));
  } catch (error) {
    process.exitCode = 1;
    setting.tell(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
if (values.json) console.log(JSON.stringify(all, null, 2));
const left = Object.keys(BENCHES).filter((name) => LONG.has(name) && !isChosen(name));
if (positionals.length === 0 && left.length > 0) {
  setting.tell(`not run: ${left.join(', ')} (minutes each; name them, or give --all)`);
}
