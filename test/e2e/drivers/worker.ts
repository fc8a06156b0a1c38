// Life and death of the extension's service worker: whether it runs, start it, end it as the browser would or as a crash.
// Leans on the DevTools targets (Playwright keeps listing a dead worker, so its list is not believed).
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { listTargets, RemoteTarget, withHiddenPage } from './target.ts';
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

  /** @returns bytes of JavaScript that the running worker holds, after everything it dropped was collected; 0 where none runs */
  async heap(): Promise<number> {
    const [targetId] = await this.#running();
    if (targetId === undefined) return 0;
    const target = await RemoteTarget.attach(this.#browser, targetId);
    await target.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await target.send<{
      usedSize: number;
      backingStorageSize?: number;
    }>('Runtime.getHeapUsage');
    await this.#browser.send('Target.detachFromTarget', { targetId });
    return usedSize + backingStorageSize;
  }

  /**
   * Ends the instance that runs now, if any, and waits until the browser says that it stopped: a successor that starts at
   * once, for an event that came meanwhile, bears the same target id.
   */
  async kill(how: 'stop' | 'close'): Promise<void> {
    const doomed = await this.#running();
    if (doomed.length === 0) return;
    const ends: Record<typeof how, (page: RemoteTarget) => Promise<unknown>> = {
      stop: (page) => page.send('ServiceWorker.stopAllWorkers'),
      // Closing a target asks its worker to end when it is idle, and is refused without a word while it is not.
      close: () =>
        Promise.all(doomed.map((targetId) => this.#browser.send('Target.closeTarget', { targetId }))),
    };
    await this.#beside(async (page) => {
      let stopped = false;
      page.on('ServiceWorker.workerVersionUpdated', (params) => {
        const { versions } = params as { versions: { runningStatus: string }[] };
        stopped ||= versions.some(({ runningStatus }) => runningStatus === 'stopped');
      });
      await waitFor(async () => {
        if (!stopped) await ends[how](page);
        return stopped;
      }, 'the worker to end');
    });
  }
}
