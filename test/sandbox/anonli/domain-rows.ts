// Rows of domains: new ones, the one of a name, and what makes one good for aliases. Leans on nothing but the rows' types.
import type { AnonliState, DomainChecks, DomainRow } from './rows.ts';

export const UNCHECKED: Readonly<DomainChecks> = { ownership: false, mx: false, spf: false, dkim: false };
export const CHECKED: Readonly<DomainChecks> = { ownership: true, mx: true, spf: true, dkim: true };

export const newDomain = (
  id: string,
  owner: string,
  domain: string,
  token: string,
  createdAt: number,
): DomainRow => ({
  id,
  owner,
  domain,
  checks: { ...UNCHECKED },
  published: { ...UNCHECKED },
  token,
  dkimKey: null,
  catchAll: false,
  createdAt,
});

/** Whoever has it; undefined where nobody does. */
export const domainNamed = (state: AnonliState, name: string): DomainRow | undefined =>
  [...state.domains.values()].find(({ domain }) => domain === name);

export const DKIM_SELECTOR = 'default';

/** Signatures are welcome, not required. */
export const isVerified = ({ checks }: DomainRow): boolean => checks.ownership && checks.mx && checks.spf;

/** The TXT value of a public key: its PEM without the armour. */
export const dkimRecord = (pem: string): string =>
  `v=DKIM1; k=rsa; p=${pem.replace(/-----[A-Z ]+-----|\s/g, '')}`;
