// Loads labelled pages in real Chromium and asks the script inside for what it sees. Leans on forms-page.ts (bundled as
// shipped) and playwright-core. Scripts of the pages stay off, requests are refused: what is scored is the markup. A page
// that hangs or takes its browser down is noted as such, and the next one gets a new browser.
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../tools/browsers.ts';
import { type Case, fileOf } from './cases.ts';

/** A page of a site that does not exist; nothing is ever fetched. */
const BLANK = 'https://page.test/';
/** Longest that one page may take, milliseconds: a hundred times what the slowest of a thousand took. */
export const MOST_TIME = 20_000;
const TIME_TO_CLOSE = 2_000;

/** The corpus keeps path and title beside a page, since its file has an address of its own. */
export interface Place {
  path: string;
  title?: string;
}

export type Failure = 'no-file' | 'hung' | 'failed';
export type Visit<Answer> = { answer: Answer } | { failure: Failure; detail: string };

/** Opens every page of an index in turn and collects what `ask` answers, by the page's id. */
export async function visitPages<Answer>(
  index: string,
  cases: readonly Case[],
  ask: (page: Page, place: Place) => Promise<Answer>,
  mostTime = MOST_TIME,
): Promise<Map<string, Visit<Answer>>> {
  const script = await bundle();
  const found = new Map<string, Visit<Answer>>();
  let stage = await open();
  try {
    for (const one of cases) {
      const html = await readFile(fileOf(index, one), 'utf8').catch(() => null);
      if (html === null) {
        found.set(one.id, { failure: 'no-file', detail: one.file });
        continue;
      }
      const visit = await within(mostTime, async () => {
        await stage.page.goto(BLANK);
        await stage.page.evaluate(show, html);
        await stage.page.addScriptTag({ content: script });
        return ask(stage.page, placeOf(one));
      });
      found.set(one.id, visit);
      if ('answer' in visit) continue;
      await close(stage.browser);
      stage = await open();
    }
    return found;
  } finally {
    await close(stage.browser);
  }
}

async function open(): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route('**/*', (route) =>
    route.request().url() === BLANK ? route.fulfill({ body: '' }) : route.abort(),
  );
  return { browser, page: await context.newPage() };
}

/** A browser whose page spins does not close by itself in time; its process goes with ours at the latest. */
async function close(browser: Browser): Promise<void> {
  await within(TIME_TO_CLOSE, () => browser.close());
}

async function within<Answer>(most: number, work: () => Promise<Answer>): Promise<Visit<Answer>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Visit<Answer>>((resolve) => {
    timer = setTimeout(() => resolve({ failure: 'hung', detail: `over ${most} ms` }), most);
  });
  const done = work().then(
    (answer): Visit<Answer> => ({ answer }),
    (error: unknown): Visit<Answer> => ({ failure: 'failed', detail: String(error).slice(0, 200) }),
  );
  const first = await Promise.race([done, late]);
  clearTimeout(timer);
  return first;
}

function placeOf({ page_url: address, page_title: title }: Case): Place {
  const { pathname, hash } = new URL(address && URL.canParse(address) ? address : BLANK);
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
      lib: { entry: `${import.meta.dirname}/forms-page.ts`, formats: ['iife'], name: 'scored' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the recognition bundle came out empty');
  return chunk.code;
}
