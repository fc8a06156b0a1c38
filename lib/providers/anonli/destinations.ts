// Where anon.li forwards to, and the domains it may make aliases at (contract §1.7). Leans on the transport; none of these
// requests counts against the month. After a doubtful addition it lists and looks: what is there was added, and is not again.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import type { DestinationSlot } from '../destination-slot.ts';
import type { Ask, Transport } from '../http.ts';
import {
  dkimKey,
  domain,
  domainCheck,
  domains,
  domainWithRecords,
  pgpKey,
  recipient,
  recipients,
} from './destination-shapes.ts';

const COMMON = { free: true, scope: 'alias' } as const;
const READ = { ...COMMON, method: 'GET', effect: 'read' } as const;
/** The POSTs among them may be repeated as well: another mail with a link, another look at the DNS. */
const CHANGE = { ...COMMON, effect: 'change' } as const;
const ADD = { ...COMMON, method: 'POST', effect: 'create' } as const;
const NOTHING = v.unknown();

const recipientPath = (id: string, rest = ''): string => `/recipient/${encodeURIComponent(id)}${rest}`;
const domainPath = (id: string, rest = ''): string => `/domain/${encodeURIComponent(id)}${rest}`;

export function destinationSlot(send: Transport): DestinationSlot {
  const listRecipients = (signal?: AbortSignal) =>
    send({ ...READ, path: '/recipient', reply: recipients }, signal);
  const listDomains = (signal?: AbortSignal) => send({ ...READ, path: '/domain', reply: domains }, signal);
  return {
    recipients: listRecipients,
    domains: listDomains,

    async addRecipient(text, signal) {
      // Kept in lower case there, and told apart by letter case when it is looked for.
      const email = text.trim().toLowerCase();
      const added = send({ ...ADD, path: '/recipient', body: { email }, reply: recipient }, signal);
      return settled(added, async () => (await listRecipients(signal)).find((one) => one.email === email));
    },
    async resendVerification(id, signal) {
      const path = recipientPath(id, '/verify');
      await send({ ...CHANGE, method: 'POST', path, reply: NOTHING }, signal);
    },
    async setDefaultRecipient(id, signal) {
      const ask = {
        ...CHANGE,
        method: 'PATCH',
        path: recipientPath(id),
        body: { is_default: true },
      } as const;
      // The answer's count is always zero, whatever the recipient has.
      return { ...(await send({ ...ask, reply: recipient }, signal)), addresses: null };
    },
    removeRecipient: (id, signal) => remove(send, recipientPath(id), signal),
    setPgpKey: (id, { armored, name }, signal) =>
      send(
        {
          ...CHANGE,
          method: 'PUT',
          path: recipientPath(id, '/pgp'),
          body: { public_key: armored, ...(name === undefined ? {} : { name }) },
          reply: pgpKey,
        },
        signal,
      ),
    removePgpKey: (id, signal) => remove(send, recipientPath(id, '/pgp'), signal),

    async addDomain(name, signal) {
      const added = send({ ...ADD, path: '/domain', body: { domain: name }, reply: domain }, signal);
      return settled(added, async () => (await listDomains(signal)).find((one) => one.domain === name));
    },
    domainRecords: (id, signal) => send({ ...READ, path: domainPath(id), reply: domainWithRecords }, signal),
    verifyDomain: (id, signal) =>
      send({ ...CHANGE, method: 'POST', path: domainPath(id, '/verify'), reply: domainCheck }, signal),
    renewDkim: (id, signal) => send({ ...ADD, path: domainPath(id, '/dkim'), reply: dkimKey }, signal),
    removeDomain: (id, signal) => remove(send, domainPath(id), signal),
  };
}

/** What was wanted is there, however the answer got lost; else the failure stands as it was. */
async function settled<T>(added: Promise<T>, look: () => Promise<T | undefined>): Promise<T> {
  try {
    return await added;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'doubtful')) throw error;
    const found = await look().catch(() => undefined);
    if (found === undefined) throw error;
    return found;
  }
}

async function remove(send: Transport, path: string, signal?: AbortSignal): Promise<void> {
  const ask: Ask<typeof NOTHING> = { ...CHANGE, method: 'DELETE', path, reply: NOTHING };
  try {
    await send(ask, signal);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
  }
}
