// Loads labelled pages in real Chromium and asks the script inside for what it sees. Leans on forms-page.ts (bundled as
// shipped) and playwright-core. Scripts of the pages stay off, requests are refused: what is scored is the markup.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../tools/browsers.ts';
import type { Case } from './tally.ts';

/** A page of a site that does not exist; nothing is ever fetched. */
const BLANK = 'https://page.test/';

/** The corpus keeps path and title beside a page, since its file has an address of its own. */
export interface Place {
  path: string;
  title?: string;
}

export function readCases(index: string): Case[] {
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

/** Opens every page of an index in turn and collects what `ask` answers, by the page's id. */
export async function visitPages<Answer>(
  index: string,
  cases: readonly Case[],
  ask: (page: Page, place: Place) => Promise<Answer>,
): Promise<Map<string, Answer>> {
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
    const found = new Map<string, Answer>();
    for (const one of cases) {
      await page.goto(BLANK);
      await page.evaluate(show, readFileSync(join(dirname(index), one.file), 'utf8'));
      await page.addScriptTag({ content: script });
      found.set(one.id, await ask(page, placeOf(one)));
    }
    return found;
  } finally {
    await browser.close();
  }
}

function placeOf({ page_url: address = BLANK, page_title: title }: Case): Place {
  const { pathname, hash } = new URL(URL.canParse(address) ? address : BLANK);
  return { path: `${pathname}${hash}`, ...(title ? { title } : {}) };
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
