// Links to verification pages (contract §12): which check, on whose host, and the cancel token taken apart from the rest, so that
// it goes nowhere by accident. Pure. Only hosts that are Kayle's or were configured are taken for real; the others are called out.
import { likeness } from './look-alike.ts';

/** Of the hosted service and its staging twin. */
export const OFFICIAL_HOSTS: readonly string[] = ['verify.kayle.id', 'verify.staging.kayle.id'];

/** A host of the person's own choosing: `verify.example.org`, or, in development, `localhost:2999`. */
export interface LinkContext {
  /** Hosts with port, lower case, of self-hosted verification pages. */
  configured?: readonly string[];
}

/** Why a link that names a check is not to be trusted. */
export const STRANGE = {
  /** Nobody's that we know: perhaps self-hosted, perhaps not. */
  'unknown-host': 'checkLinkUnknownHost',
  'look-alike': 'checkLinkLookAlike',
  /** A user name before the host, which hides where the link goes. */
  credentials: 'checkLinkCredentials',
  /** Kayle's own host, but in clear. */
  insecure: 'checkLinkInsecure',
} as const;
export type Strange = keyof typeof STRANGE;

export type KayleLink =
  | {
      kind: 'check';
      sessionId: string;
      /** With its port, as the URL parser writes it. */
      host: string;
      /** `https://verify.kayle.id`: also where its public reading is answered. */
      origin: string;
      official: boolean;
      page: 'check' | 'privacy';
      /** The link without its token: may be kept and shown. */
      url: string;
      /** Lets whoever has it cancel the check, or withdraw: not to be kept, sent or shown unasked. */
      cancelToken: string | null;
      /** Of a service of March 2026 or before, which today's does not read. */
      old: boolean;
    }
  | { kind: 'strange'; why: Strange; host: string; sessionId: string | null }
  | { kind: 'other' };

/** Today's ids, and those that carried `live` or `test`. */
const PATH = /^\/(vs_(?:(live|test)_[A-Za-z0-9]{16,128}|[A-Za-z0-9]{64}))(\/privacy)?\/?$/;
const TOKEN = /^[A-Za-z0-9]{8,256}$/;

/**
 * @param text a link, as it was right-clicked, pasted or opened
 * @returns `other` for what neither names a check nor imitates Kayle
 */
export function parseKayleLink(text: string, { configured = [] }: LinkContext = {}): KayleLink {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return { kind: 'other' };
  const { host, origin } = url;
  const [, sessionId = null, era, privacy] = PATH.exec(url.pathname) ?? [];
  const official = OFFICIAL_HOSTS.includes(host);
  const strange = (why: Strange): KayleLink => ({ kind: 'strange', why, host, sessionId });

  if (official || configured.includes(host)) {
    if (url.username !== '' || url.password !== '') return strange('credentials');
    if (official && url.protocol !== 'https:') return strange('insecure');
    if (sessionId === null) return { kind: 'other' };
    const token = url.searchParams.get('cancel_token');
    return {
      kind: 'check',
      sessionId,
      host,
      origin,
      official,
      page: privacy === undefined ? 'check' : 'privacy',
      url: `${origin}/${sessionId}${privacy ?? ''}`,
      cancelToken: token !== null && TOKEN.test(token) ? token : null,
      old: era !== undefined,
    };
  }
  // Kayle's name before an @ is the oldest way to hide another host.
  if (url.username !== '' || url.password !== '')
    return sessionId !== null || /kayle/i.test(url.username) ? strange('credentials') : { kind: 'other' };
  if (isOfKayle(host)) return { kind: 'other' };
  const like = likeness(url.hostname);
  // The name alone is also a person's: without a check in the link, only a disguise is called out.
  if (like === 'strong' || (like === 'weak' && sessionId !== null)) return strange('look-alike');
  return sessionId === null ? { kind: 'other' } : strange('unknown-host');
}

/** Kayle's other pages: site, documents, API. */
function isOfKayle(host: string): boolean {
  return host === 'kayle.id' || host.endsWith('.kayle.id');
}

/** @returns the page on which a consent can be withdrawn; with the token only if the person said so */
export function privacyUrl(link: { origin: string; sessionId: string }, cancelToken: string | null): string {
  const page = `${link.origin}/${link.sessionId}/privacy`;
  return cancelToken === null ? page : `${page}?cancel_token=${encodeURIComponent(cancelToken)}`;
}
