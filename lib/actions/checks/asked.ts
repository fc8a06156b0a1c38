// A link to a verification page, looked at instead of opened: which check it names, and what anybody may read of that check by its id.
// Leans on lib/checks/links.ts and the keyless reader; the cancel token in a link is dropped here and goes nowhere.
import type { AskedCheck, AskedStatus, SeenLink } from '../../check.ts';
import { parseKayleLink } from '../../checks/links.ts';
import { AppError } from '../../error.ts';
import { createTransport, type MakeTransport } from '../../providers/http.ts';
import { askedReader } from '../../providers/kayle/asked.ts';
import { listRecords } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { listVerifiers } from './verifiers.ts';

/** @returns hosts, with port, that are no strangers: where the connected accounts' own servers answer people, and those the user named */
export async function verifyHosts(u: Unlocked): Promise<string[]> {
  const [checks, named] = await Promise.all([listRecords(u, 'check'), listVerifiers(u)]);
  const ofAccounts = checks.records.flatMap(({ check }) => (check ? [new URL(check.pageUrl).host] : []));
  return [...new Set([...ofAccounts, ...named.map(({ host }) => host)])];
}

/**
 * @param text a link as it was right-clicked: hostile
 * @param configured hosts besides Kayle's own, as `verifyHosts` tells them
 */
export function seenLink(text: string, configured: readonly string[]): SeenLink {
  const link = parseKayleLink(text, { configured });
  if (link.kind !== 'check') return link;
  const { kind, sessionId, host, origin, official, url, old } = link;
  return { kind, sessionId, host, origin, official, url, old };
}

/**
 * What is asked and how it stands, by the check's id alone. Only hosts that are Kayle's or configured are spoken to.
 * Errors: `forbidden` for any other link; those of the reader. A state that cannot be read is null.
 */
export async function readAskedCheck(
  link: SeenLink,
  makeTransport: MakeTransport = createTransport,
  signal?: AbortSignal,
): Promise<{ asked: AskedCheck; status: AskedStatus | null }> {
  if (link.kind !== 'check') throw new AppError('forbidden', { what: 'link' });
  const reader = askedReader(link.origin, makeTransport);
  const [asked, status] = await Promise.all([
    reader.details(link.sessionId, signal),
    reader.status(link.sessionId, signal).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    }),
  ]);
  return { asked, status };
}
