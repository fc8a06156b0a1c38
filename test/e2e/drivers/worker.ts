// Life and death of the extension's service worker: whether it runs, start it, end it as the browser would or as a crash.
// Leans on the DevTools targets (Playwright keeps listing a dead worker, so its list is not believed).
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { listTargets, type RemoteTarget, withHiddenPage } from './target.ts';
import { waitFor } from './wait.ts';

/** The worker of one extension in one browser. */
export class WorkerLife {
  readonly #context: BrowserContext;
  readonly #browser: CDPSession;
  readonly #origin: string;

  constructor(context: BrowserContext, browser: CDPSession, origin: string) {
    this.#context = context;
    this.#browser = browser;
    this.#origin = origin;
  }

  /** Target ids of the running worker: one, or none. */
  async #running(): Promise<string[]> {
    const targets = await listTargets(this.#browser);
    const ours = targets.filter((t) => t.type === 'service_worker' && t.url.startsWith(this.#origin));
    return ours.map((target) => target.targetId);
  }

  async alive(): Promise<boolean> {
    return (await this.#running()).length > 0;
  }

  /** Works in a script-free page of the extension: it has the ServiceWorker domain and wakes nothing by itself. */
  #beside<T>(work: (page: RemoteTarget) => Promise<T>): Promise<T> {
    return withHiddenPage(this.#browser, `${this.#origin}/manifest.json`, async (page) => {
      await page.send('ServiceWorker.enable');
      return work(page);
    });
  }

  /** Playwright's handle on the worker, which is started first when it is not running. */
  async worker(): Promise<Worker> {
    if (!(await this.alive())) {
      await this.#beside(async (page) => {
        await page.send('ServiceWorker.startWorker', { scopeURL: `${this.#origin}/` });
        await waitFor(() => this.alive(), 'the worker to start');
      });
    }
    const ours = (worker: Worker) => worker.url().startsWith(this.#origin);
    return waitFor(() => this.#context.serviceWorkers().find(ours), 'Playwright to list the worker');
  }

  /** Ends the instance that runs now, if any, and waits until it is gone. */
  async kill(how: 'stop' | 'close'): Promise<void> {
    const doomed = await this.#running();
    const gone = async () => !(await this.#running()).some((targetId) => doomed.includes(targetId));
    if (how === 'close') {
      for (const targetId of doomed) await this.#browser.send('Target.closeTarget', { targetId });
      await waitFor(gone, 'the worker to end');
    } else {
      await this.#beside(async (page) => {
        await page.send('ServiceWorker.stopAllWorkers');
        await waitFor(gone, 'the worker to end');
      });
    }
  }
}
