// Fetches what the user's own receiver has kept (issue: on request only): one GET without key, cookie or referrer, over HTTPS or to
// this machine, following no redirect, a megabyte at most. What comes is hostile text; lib/checks/pasted.ts looks for answers in it.
import { AppError } from '../../error.ts';
import { readText } from '../body.ts';
import { checkLoopbackOrHttps } from '../http.ts';

/** Bytes. */
export const MOST_BYTES = 1024 * 1024;
/** Milliseconds. */
const TIMEOUT = 15_000;

/**
 * @param text as typed; a path and a query are its own business
 * @returns the URL in normal form
 * @throws AppError `insecure-url`, or `rejected` (field `receiverUrl`) for what is no address, or holds a user name
 */
export function checkReceiverUrl(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '')
    throw new AppError('rejected', { field: 'receiverUrl' });
  checkLoopbackOrHttps(url);
  url.hash = '';
  return url.href;
}

/**
 * @param url as `checkReceiverUrl` returns it
 * @throws AppError `unreachable` (redirects too), `timeout`, `server`, `unauthorized`, `not-found`, or `malformed` for a text that
 * is too large or not UTF-8; the caller's own reason if it aborts
 */
export async function readReceiver(
  url: string,
  signal?: AbortSignal,
  send: (url: string, init: RequestInit) => Promise<Response> = (...call) => fetch(...call),
): Promise<string> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const { host } = new URL(url);
  try {
    const response = await send(url, {
      method: 'GET',
      headers: { Accept: 'application/jose, application/json, text/plain;q=0.9' },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      mode: 'cors',
      cache: 'no-store',
      credentials: 'omit',
      // Not followed either, and told apart from a host that is not there.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      throw new AppError('unreachable', { what: 'redirect' });
    if (!response.ok) throw refusal(response.status);
    const text = await readText(response, MOST_BYTES);
    if (typeof text !== 'string') throw new AppError('malformed', { field: '$', what: text.why });
    return text;
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, { host, ...error.detail });
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted) throw new AppError('timeout', { host });
    // Fetch tells no more than TypeError of a closed port, a bad certificate or a redirect.
    if (error instanceof TypeError) throw new AppError('unreachable', { host }, { cause: error });
    throw error;
  }
}

function refusal(status: number): AppError {
  if (status >= 500) return new AppError('server', { status });
  if (status === 401 || status === 403) return new AppError('unauthorized', { status, what: 'receiver' });
  return new AppError(status === 404 ? 'not-found' : 'malformed', { status, what: 'receiver' });
}
