// Asking a server that takes so many requests a minute and no more: a request refused for its rate was not done, whatever it was, so it
// is asked again when the server says. Leans on Retry-After; refuses to wait for another day.
import { parseRetryAfter } from '../../lib/providers/retry-after.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A window of a minute and a little. */
const LONGEST_WAIT = 70_000;
const TRIES = 20;

/** Timeouts that leave room for the waits, in milliseconds. */
export const PATIENT = { read: 240_000, change: 240_000, create: 240_000 } as const;

export const patiently =
  (send: Fetch): Fetch =>
  async (url, init) => {
    for (let tries = 1; ; tries += 1) {
      const response = await send(url, init);
      const wait =
        response.status === 429 ? parseRetryAfter(response.headers.get('retry-after'), Date.now()) : null;
      if (wait === null || wait > LONGEST_WAIT || tries === TRIES) return response;
      await response.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
