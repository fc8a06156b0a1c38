// The world of a content script in Firefox: a sandbox with Xrays over the page's window, which Marionette keeps by name. Leans
// on the driver; pages come from loopback, because Firefox has no way to answer a request in its place.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchFirefox } from '../drivers/firefox.ts';
import type { FirefoxDriver } from '../drivers/firefox-driver.ts';
import type { FirefoxPage } from '../drivers/firefox-page.ts';
import { bundleFields, documentOf, type Open } from './world.ts';

/** A sandbox of this name has Xrays over the page's window, as a content script's has, and stays until the page goes. */
const BESIDE = 'beside';

export interface Worlds {
  open: Open;
  close(): Promise<void>;
}

export async function startWorlds(): Promise<Worlds> {
  let body = '';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(documentOf(body));
  });
  const [driver, code] = await Promise.all([launchFirefox(), bundleFields(), listen(server)]);
  const page = await driver.tab();
  const { port } = server.address() as AddressInfo;
  let count = 0;
  return {
    async open(next) {
      body = next;
      count += 1;
      await page.go(`http://page.localhost:${port}/${count}`);
      await page.inPage(code, [], BESIDE);
      await focusWindow(driver, page);
      return {
        page: { evaluate: (expression) => page.evaluate(expression) },
        run: (expression) => page.inPage(`return (${expression});`, [], BESIDE),
      };
    },
    async close() {
      await driver.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The window's own focus may lie in the address bar, where a navigation left it; no field can have it then. */
async function focusWindow(driver: FirefoxDriver, page: FirefoxPage): Promise<void> {
  await driver.select(page);
  await driver.chrome('gBrowser.selectedBrowser.focus();');
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
