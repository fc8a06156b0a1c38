// What a local account may be made of: a mailbox whose host delivers `me+tag@`, or a domain that catches all. Leans on
// RFC 5321 §4.5.3.1 (lengths) and RFC 5322 dot-atom; refuses quoted local parts, which no sign-up form takes.
import { AppError } from '../../error.ts';
import type { LocalAccount } from '../../model.ts';
import { normalHost } from '../../site.ts';

export type Scheme = LocalAccount['scheme'];

/** Octets; all here is ASCII. */
export const MAX_LOCAL_PART = 64;
export const MAX_ADDRESS = 254;

/** What mail servers use between mailbox and tag (Postfix `recipient_delimiter`, qmail's hyphen, and kin). */
export const SEPARATORS = ['+', '-', '.', '_', '='] as const;

const DOT_ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Where the tag goes: `before` + tag + `after` is an address. */
export interface Frame {
  before: string;
  after: string;
}

/**
 * @returns the fixed parts around the tag; the domain in lower case and punycode
 * @throws AppError `rejected` with field `mailbox`, `separator` or `domain`
 */
export function frameOf(scheme: Scheme): Frame {
  if (scheme.type === 'catch-all') return { before: '', after: `@${checkDomain(scheme.domain, 'domain')}` };
  const mailbox = scheme.mailbox.trim();
  const at = mailbox.lastIndexOf('@');
  const user = mailbox.slice(0, Math.max(0, at));
  if (!DOT_ATOM.test(user)) reject('mailbox');
  if (!SEPARATORS.some((separator) => separator === scheme.separator)) reject('separator');
  return { before: user + scheme.separator, after: `@${checkDomain(mailbox.slice(at + 1), 'mailbox')}` };
}

function checkDomain(text: string, field: string): string {
  const domain = normalHost(text.trim());
  if (domain === null) return reject(field);
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  // A last label of digits only would be an IP address, which takes no mail by this spelling.
  const fits = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(last);
  return fits ? domain : reject(field);
}

function reject(field: string): never {
  throw new AppError('rejected', { field, what: 'account' });
}
