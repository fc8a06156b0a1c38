// One DevTools target that Playwright does not show as a page: the real toolbar popup, or a hidden page of our own.
// Leans on a browser-level CDP session and speaks through Target.sendMessageToTarget; knows nothing of clicks or selectors.
import type { CDPSession } from 'playwright-core';
import { waitFor } from './wait.ts';

/** What of a target these drivers look at; the protocol tells more. */
export interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
  embedderData?: Record<string, unknown>;
}

/** @returns every target of the browser, also those that Playwright leaves out (tabs, hidden pages, popups). */
export async function listTargets(browser: CDPSession): Promise<TargetInfo[]> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

interface Reply {
  id?: number;
  /** Set on events instead of `id`. */
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** A function for the page's side, or an expression. A function cannot see the test's variables; pass them as `argument`. */
export type InPage<A, R> = string | ((argument: A) => R | Promise<R>);

/** A session with one target. After the target is gone every call rejects and `closed` is true. */
export class RemoteTarget {
  readonly id: string;
  closed = false;
  readonly #browser: CDPSession;
  readonly #session: string;
  readonly #pending = new Map<number, (reply: Reply) => void>();
  readonly #listeners = new Map<string, (params: unknown) => void>();
  #last = 0;

  /** Attaches to a target by its id. */
  static async attach(browser: CDPSession, targetId: string): Promise<RemoteTarget> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new RemoteTarget(browser, targetId, sessionId);
  }

  private constructor(browser: CDPSession, id: string, session: string) {
    this.#browser = browser;
    this.id = id;
    this.#session = session;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== session) return;
      const reply = JSON.parse(event.message) as Reply;
      if (reply.id !== undefined) this.#settle(reply.id, reply);
      else this.#listeners.get(reply.method ?? '')?.(reply.params);
    });
    browser.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId !== session) return;
      this.closed = true;
      for (const id of [...this.#pending.keys()])
        this.#settle(id, { error: { message: 'the target closed' } });
    });
  }

  #settle(id: number, reply: Reply): void {
    const settle = this.#pending.get(id);
    this.#pending.delete(id);
    settle?.(reply);
  }

  /** Hears one protocol event, with one listener an event. */
  on(event: string, listener: (params: unknown) => void): void {
    this.#listeners.set(event, listener);
  }

  /** Sends one protocol command and gives its result. The caller names the type, since this file knows no domain. */
  async send<T = unknown>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    if (this.closed) throw new Error(`${method}: the target closed`);
    const id = ++this.#last;
    const reply = new Promise<Reply>((resolve) => this.#pending.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.#browser
      .send('Target.sendMessageToTarget', { sessionId: this.#session, message })
      .catch((error: unknown) => this.#settle(id, { error: { message: String(error) } }));
    const { result, error } = await reply;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  /** Runs a function or expression in the target's page and gives its JSON value; promises are awaited. */
  async evaluate<R, A = undefined>(work: InPage<A, R>, argument?: A): Promise<R> {
    const expression = typeof work === 'string' ? work : `(${work})(${JSON.stringify(argument)})`;
    const done = await this.send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (done.exceptionDetails) {
      throw new Error(done.exceptionDetails.exception?.description ?? done.exceptionDetails.text);
    }
    return done.result.value as R;
  }
}

/** Runs `work` beside a page that is in no window and no tab strip, so that it disturbs nothing, and closes it. */
export async function withHiddenPage<T>(
  browser: CDPSession,
  url: string,
  work: (page: RemoteTarget) => Promise<T>,
): Promise<T> {
  const { targetId } = await browser.send('Target.createTarget', { url, hidden: true });
  const page = await RemoteTarget.attach(browser, targetId);
  try {
    const loaded = (wanted: string) => document.readyState === 'complete' && location.href.startsWith(wanted);
    await waitFor(() => page.evaluate(loaded, url), url);
    return await work(page);
  } finally {
    await browser.send('Target.closeTarget', { targetId });
  }
}
