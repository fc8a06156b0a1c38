// Whether a redirect address would be taken by the service (contract §7.4): https, no user name in it, not too long. Pure. That
// its host is on a domain the organisation verified, only the service knows, and says.

export type RedirectTrouble =
  | 'redirect-invalid'
  | 'redirect-http'
  | 'redirect-credentials'
  | 'redirect-long'
  | 'redirect-loopback';

const MOST_CHARACTERS = 2048;
/** What servers in development take over plain http, and no other. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** @param text as typed; empty is none, and fine. @returns null if it could be taken */
export function redirectTrouble(text: string): RedirectTrouble | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.length > MOST_CHARACTERS) return 'redirect-long';
  const url = URL.parse(trimmed);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'redirect-invalid';
  if (url.username !== '' || url.password !== '') return 'redirect-credentials';
  if (url.protocol === 'https:') return null;
  return LOOPBACK.has(url.hostname) ? 'redirect-loopback' : 'redirect-http';
}
