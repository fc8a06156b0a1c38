// The isolated world of a content script, for tests of lib/fields: same DOM as the page, JavaScript of its own. Leans on
// playwright-core's CDP session and on vite to bundle what is shipped; no extension is needed to test typing.
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../tools/browsers.ts';

export async function bundleFields(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'fields-inside.ts'), formats: ['iife'], name: 'fieldsInside' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the bundle of lib/fields came out empty');
  return chunk.code;
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

/** One page with our world beside its own. */
export interface World {
  page: Page;
  /** Evaluates an expression in our world; awaits promises; JSON only. */
  run<T>(expression: string): Promise<T>;
}

export async function openWorld(browser: Browser, code: string, html: string): Promise<World> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://page.test/');
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'content script',
  });
  await evaluate(session, executionContextId, code);
  return { page, run: (expression) => evaluate(session, executionContextId, expression) };
}

async function evaluate<T>(session: CDPSession, contextId: number, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
