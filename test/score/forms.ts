// Scores field recognition on labelled pages in real Chromium: `node test/score/forms.ts INDEX.jsonl [--json]
// [--predictions OUT.jsonl] [--misses]`. Leans on test/score/{forms-page,labels,tally} and playwright-core. Scripts of
// the pages stay off, requests are refused: what is scored is the markup.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../tools/browsers.ts';
import type { Verdict } from './forms-page.ts';
import { INTENT_OF, LABELS_OF } from './labels.ts';
import { type Case, print, tally } from './tally.ts';

/** A page of a site that does not exist; nothing is ever fetched. */
const BLANK = 'https://page.test/';

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

const cases = readFileSync(index, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);
const verdicts = await judgePages(cases, dirname(index));
const report = tally(cases, verdicts);
if (values.predictions)
  writeFileSync(
    values.predictions,
    cases.map((page) => prediction(page, verdicts.get(page.id) ?? [])).join(''),
  );
if (values.json) console.log(JSON.stringify(report));
else print(report, values.misses);

async function judgePages(pages: readonly Case[], folder: string): Promise<Map<string, Verdict[]>> {
  const script = await bundle();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.route('**/*', (route) =>
      route.request().url() === BLANK ? route.fulfill({ body: '' }) : route.abort(),
    );
    const page = await context.newPage();
    const found = new Map<string, Verdict[]>();
    for (const one of pages) {
      await page.goto(BLANK);
      await page.evaluate(show, readFileSync(join(folder, one.file), 'utf8'));
      await page.addScriptTag({ content: script });
      const address = one.page_url ?? BLANK;
      const { pathname, hash } = new URL(URL.canParse(address) ? address : BLANK);
      const place = { path: `${pathname}${hash}`, ...(one.page_title ? { title: one.page_title } : {}) };
      found.set(one.id, await page.evaluate((where) => globalThis.judgePage(where), place));
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** Parsed, not written: scripts of a parsed document never run. */
function show(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll('script,link,iframe,object,embed,meta[http-equiv],base'))
    element.remove();
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'forms-page.ts'), formats: ['iife'], name: 'scored' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the recognition bundle came out empty');
  return chunk.code;
}

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
