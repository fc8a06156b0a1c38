// Which site a page, a mail sender or a link belongs to: its registrable domain by the Public Suffix List, private section
// included. Leans on tldts and the URL parser. Knows no tabs and no permissions; refuses every scheme but http and https.
import { getDomain } from 'tldts';

const HTTP = /^https?:$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * @returns the host of an http(s) URL as the URL parser writes it (lower case, punycode, IPv6 in brackets), without a
 * trailing dot; null for any other scheme and for what is no URL.
 */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (!HTTP.test(protocol)) return null;
  const host = hostname.replace(/\.$/, '');
  return host === '' || host.endsWith('.') ? null : host;
}

/** @returns a bare host (`WWW.Bücher.example.`, `[::1]`) in the same normal form as `hostOf`, or null if it is none. */
export function normalHost(host: string): string | null {
  // Anything that could end the host part of a URL would let "a.example/@b.example" pass for another host.
  return /[\s/\\?#@]|:\d*$/.test(host) ? null : hostOf(`https://${host}/`);
}

/**
 * @returns the registrable domain of a host in normal form, or null where there is none: IP addresses, public suffixes
 * (`co.uk`, `github.io`), single names. An unlisted last label counts as a public suffix (the list's rule `*`), and so
 * does `localhost`: shop.localhost and pay.localhost are different sites, as browsers see them.
 */
export function registrableDomain(host: string): string | null {
  if (host.startsWith('[') || IPV4.test(host)) return null;
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
}

/**
 * @returns the site of a host: its registrable domain, or the host itself where there is none, so that an IP address, a
 * router at `http://intranet/` or a page on a public suffix is a site of its own (HTML standard, "same site").
 */
export function siteOfHost(host: string): string | null {
  const normal = normalHost(host);
  return normal === null ? null : (registrableDomain(normal) ?? normal);
}

/** @returns the site of an http(s) URL (see `siteOfHost`); null for about:, chrome:, file:, data: and everything else. */
export function siteOf(url: string): string | null {
  const host = hostOf(url);
  return host === null ? null : (registrableDomain(host) ?? host);
}

/** Whether two URLs are of one site. False when either has none. */
export function sameSite(a: string, b: string): boolean {
  const site = siteOf(a);
  return site !== null && site === siteOf(b);
}

/** Whether a host (of a sender, a link, a frame) belongs to a site as `siteOf` names it. */
export function hostMatchesSite(host: string, site: string): boolean {
  return siteOfHost(host) === site;
}

/**
 * @returns the site of the address in a From line (`Shop <no-reply@mail.shop.example>`); null where there is no address, and where
 * what is written beside it could pass for another one: quotes and comments are nobody's word (RFC 5322 §3.2), and of several
 * mailboxes none is the sender.
 */
export function siteOfSender(from: string): string | null {
  const plain = withoutAsides(from);
  const address = /^[^<>]*<([^<>]*)>\s*$/.exec(plain)?.[1] ?? (/[<>]/.test(plain) ? '' : plain);
  const [local, host, ...more] = address.trim().split('@');
  if (!local || !host || more.length > 0 || /[\s,;:]/.test(address.trim())) return null;
  return siteOfHost(host);
}

/** A From line without comments, which nest; a letter for every quoted string. */
function withoutAsides(from: string): string {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < from.length; at += 1) {
    const sign = from[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '"' && depth === 0) {
      quoted = !quoted;
      if (!quoted) plain += 'q';
    } else if (quoted) continue;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    else if (depth === 0) plain += sign;
  }
  return plain;
}
