// What anon.li as a provider does with recipients and domains; the same kind of table as anonli-operations.ts.
import type { Operation } from './anonli-operations.ts';

/** A version 4 key of one packet: nothing in it is true but its form. */
export const PGP_KEY = `-----BEGIN PGP PUBLIC KEY BLOCK-----

${Buffer.from([0x98, 4, 4, 0, 0, 1]).toString('base64')}
-----END PGP PUBLIC KEY BLOCK-----`;

const nothing = (): null => null;

export const DESTINATION_OPERATIONS: readonly Operation[] = [
  {
    name: 'list recipients',
    effect: 'read',
    method: 'GET',
    path: '/v1/recipient',
    run: ({ destinations }) => destinations.recipients(),
    look: nothing,
  },
  {
    name: 'add a recipient',
    effect: 'create',
    method: 'POST',
    path: '/v1/recipient',
    run: ({ destinations }) => destinations.addRecipient('New@mail.example'),
    look: ({ recipients }) => recipients.size,
    settles: true,
  },
  {
    name: 'ask a recipient again',
    effect: 'change',
    method: 'POST',
    path: '/v1/recipient/*/verify',
    run: ({ destinations }, { fresh }) => destinations.resendVerification(fresh),
    look: ({ recipients }, { fresh }) => recipients.get(fresh)?.token !== null,
    takesAnyReply: true,
  },
  {
    name: 'make a recipient the default',
    effect: 'change',
    method: 'PATCH',
    path: '/v1/recipient/*',
    run: ({ destinations }, { work }) => destinations.setDefaultRecipient(work),
    look: ({ recipients }, { work }) => recipients.get(work)?.isDefault,
  },
  {
    name: 'remove a recipient',
    effect: 'change',
    method: 'DELETE',
    path: '/v1/recipient/*',
    run: ({ destinations }, { work }) => destinations.removeRecipient(work),
    look: ({ recipients }, { work }) => recipients.has(work),
    takesAnyReply: true,
    readsAs: { 'not-found': 'works' },
  },
  {
    name: 'give a recipient a key',
    effect: 'change',
    method: 'PUT',
    path: '/v1/recipient/*/pgp',
    run: ({ destinations }, { work }) => destinations.setPgpKey(work, { armored: PGP_KEY, name: 'mine' }),
    look: ({ recipients }, { work }) => recipients.get(work)?.pgp?.name,
  },
  {
    name: 'take a key away',
    effect: 'change',
    method: 'DELETE',
    path: '/v1/recipient/*/pgp',
    run: ({ destinations }, { work }) => destinations.removePgpKey(work),
    look: ({ recipients }, { work }) => recipients.get(work)?.pgp ?? null,
    takesAnyReply: true,
    readsAs: { 'not-found': 'works' },
  },
  {
    name: 'list domains',
    effect: 'read',
    method: 'GET',
    path: '/v1/domain',
    run: ({ destinations }) => destinations.domains(),
    look: nothing,
  },
  {
    name: 'add a domain',
    effect: 'create',
    method: 'POST',
    path: '/v1/domain',
    run: ({ destinations }) => destinations.addDomain('another.example'),
    look: ({ domains }) => domains.size,
    settles: true,
  },
  {
    name: 'read the records of a domain',
    effect: 'read',
    method: 'GET',
    path: '/v1/domain/*',
    run: ({ destinations }, { domain }) => destinations.domainRecords(domain),
    look: nothing,
  },
  {
    name: 'look up a domain',
    effect: 'change',
    method: 'POST',
    path: '/v1/domain/*/verify',
    run: ({ destinations }, { domain }) => destinations.verifyDomain(domain),
    look: ({ domains }, { domain }) => domains.get(domain)?.checks.mx,
  },
  {
    name: 'renew a signing key',
    effect: 'create',
    method: 'POST',
    path: '/v1/domain/*/dkim',
    run: ({ destinations }, { domain }) => destinations.renewDkim(domain),
    look: ({ domains }, { domain }) => (domains.get(domain)?.dkimKey === null ? 0 : 1),
  },
  {
    name: 'remove a domain',
    effect: 'change',
    method: 'DELETE',
    path: '/v1/domain/*',
    run: ({ destinations }, { domain }) => destinations.removeDomain(domain),
    look: ({ domains }, { domain }) => domains.has(domain),
    takesAnyReply: true,
    readsAs: { 'not-found': 'works' },
  },
];
