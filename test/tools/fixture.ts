// Turns an exported page into a case of test/fixtures/fields: `npm run fixture -- FILE.html [--id NAME]`. Leans on
// fixture-case. The labels it writes are what recognition thinks now: whoever exported the page because that is wrong
// corrects them in index.jsonl, and the case fails until recognition learns it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Case } from '../score/cases.ts';
import { ROOT } from './command.ts';
import { caseOf } from './fixture-case.ts';

const FOLDER = join(ROOT, 'test/fixtures/fields');
const INDEX = join(FOLDER, 'index.jsonl');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { id: { type: 'string' } } });
const [file] = positionals;
if (!file) {
  console.error('usage: npm run fixture -- FILE.html [--id NAME]');
  process.exit(2);
}
const id = (values.id ?? basename(file, '.html')).replace(/[^a-z0-9-]+/gi, '-').toLowerCase();
await mkdir(FOLDER, { recursive: true });
const lines = (await readFile(INDEX, 'utf8').catch(() => '')).split('\n').filter(Boolean);
if (lines.some((line) => (JSON.parse(line) as Case).id === id))
  throw new Error(`there is a case ${id} already: choose another name with --id`);
const { html, line } = caseOf(await readFile(file, 'utf8'), id);
await writeFile(join(FOLDER, line.file), html);
await writeFile(INDEX, `${[...lines, JSON.stringify(line)].join('\n')}\n`);
console.log(
  `test/fixtures/fields/${line.file}, and its line in index.jsonl. Now put the right labels there:`,
);
for (const { marker, label } of line.fields) console.log(`  ${marker}  ${label}`);
