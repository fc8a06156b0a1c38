// A wait's last trouble, as it is kept beside it and as it is shown. Leans on the error codes; keeps no message text.
import type { AppError, ErrorCode, WireError } from '../../lib/error.ts';
import type { Wait } from './waits.ts';

/** What can end a beat without ending the wait. Anything else is shown as `unreachable`: it is the network's or server's side. */
const SHOWN: Partial<Record<ErrorCode, true>> = {
  'rate-limited': true,
  budget: true,
  unauthorized: true,
  'missing-scope': true,
  unreachable: true,
  timeout: true,
  server: true,
  malformed: true,
  plan: true,
  'not-found': true,
};

export function keepTrouble(error: AppError | null): Wait['trouble'] {
  return error && { code: error.code, retryAfter: error.detail.retryAfter ?? null };
}

export function troubleOf(wait: Wait): WireError | null {
  if (!wait.trouble) return null;
  const code = wait.trouble.code as ErrorCode;
  const { retryAfter } = wait.trouble;
  return { code: SHOWN[code] ? code : 'unreachable', detail: retryAfter === null ? {} : { retryAfter } };
}
