// Which URLs Kayle takes for webhooks and redirects (contract §7.4, §8.1). Pure. In development values plain http to this machine
// passes, as it does there; the sandbox begins so, or no webhook could ever be delivered.
import { getDomain } from 'tldts';
import type { KayleState } from './rows.ts';

type Mode = KayleState['mode'];

const RESERVED = /\.(?:local|internal|lan|localhost|localdomain|home\.arpa)$/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|(?:[a-z0-9-]+\.)*localhost)$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;

function parse(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || text.length > 2048 || url.username !== '' || url.password !== '') return null;
  return url;
}

export function isWebhookUrl(text: string, mode: Mode): boolean {
  const url = parse(text);
  if (url === null) return false;
  const { hostname, protocol } = url;
  if (mode === 'development' && LOOPBACK.test(hostname)) return /^https?:$/.test(protocol);
  const single = !hostname.includes('.');
  return protocol === 'https:' && !single && !IP.test(hostname) && !RESERVED.test(hostname);
}

export function isRedirectUrl(text: string, mode: Mode): boolean {
  const url = parse(text);
  if (url === null) return false;
  return (
    url.protocol === 'https:' ||
    (mode === 'development' && url.protocol === 'http:' && LOOPBACK.test(url.hostname))
  );
}

/** Whether a redirect's host lies on one of the organisation's domains: `suffix` if no one could own it. */
export function redirectDomain(
  text: string,
  domains: readonly string[],
  mode: Mode,
): 'own' | 'foreign' | 'suffix' {
  const { hostname } = new URL(text);
  if (mode === 'development' && LOOPBACK.test(hostname)) return 'own';
  if (domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))) return 'own';
  return IP.test(hostname) || getDomain(hostname) !== null ? 'foreign' : 'suffix';
}
