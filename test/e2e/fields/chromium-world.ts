// The isolated world of a content script in Chromium, by the DevTools protocol. Leans on playwright-core.
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { findChromium } from '../../tools/browsers.ts';
import { documentOf, type World } from './world.ts';

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

export async function openWorld(browser: Browser, code: string, body: string): Promise<World> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: documentOf(body) }));
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
