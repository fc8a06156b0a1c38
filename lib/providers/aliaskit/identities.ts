// AliasKit identities as address slots (contract §3). Leans on the transport; keeps no state, repeats no creation, and
// never tells the server which site an address is for.
import type { Transport } from '../http.ts';
import type { AliasSlot, IdentitySlot, IdentityWish } from '../provider.ts';
import { readPage, removeUnlessGone } from './requests.ts';
import { identity, identityPage } from './shapes.ts';

const READ = 'identities:read';
const WRITE = 'identities:write';

/** The contract's assumed maximum (§1.3); a server that gives fewer, or all, is followed by what it gave. */
const PAGE_SIZE = 100;

export const identityPath = (remoteId: string): string => `/identities/${encodeURIComponent(remoteId)}`;

export function identitySlot(send: Transport): IdentitySlot {
  const get: IdentitySlot['get'] = (remoteId, signal) =>
    send(
      { method: 'GET', path: identityPath(remoteId), effect: 'read', scope: READ, reply: identity },
      signal,
    );
  return {
    create: (wish, signal) => create(send, wish, signal),

    get,

    list: (offset, signal) =>
      readPage(
        send,
        { path: '/identities', query: { limit: PAGE_SIZE }, scope: READ },
        identityPage,
        offset,
        signal,
      ),

    // Whether the server replaces metadata or merges into it is unspecified (§3.4): sending the whole object, read just
    // before, is right under both. A null would mean "remove" to a merging server, so none is ever sent.
    async update(remoteId, { metadata, drop = [], ...change }, signal) {
      const body: Record<string, unknown> = { ...change };
      if (metadata !== undefined || drop.length > 0) {
        const current = (await get(remoteId, signal)).persona?.metadata ?? {};
        const kept = Object.entries(current).filter(([name]) => !drop.includes(name));
        body.metadata = withoutNulls({ ...Object.fromEntries(kept), ...metadata });
      }
      return send(
        {
          method: 'PATCH',
          path: identityPath(remoteId),
          body,
          effect: 'change',
          scope: WRITE,
          reply: identity,
        },
        signal,
      );
    },

    remove: (remoteId, signal) => removeUnlessGone(send, identityPath(remoteId), WRITE, signal),
  };
}

/** An alias is a plain identity here; the site stays with us. */
export function aliasSlot(send: Transport): AliasSlot {
  return { create: (_wish, signal) => create(send, { metadata: {} }, signal) };
}

/** Contract §3.1: members are sent only where wished, since an empty body is the server's own best choice. */
function create(send: Transport, wish: IdentityWish, signal?: AbortSignal) {
  const body = {
    name: wish.name,
    email_username: wish.emailUsername,
    email_domain: wish.emailDomain,
    provision_phone: wish.provisionPhone,
    phone_country: wish.phoneCountry,
    metadata: withoutNulls(wish.metadata ?? {}),
  };
  return send(
    { method: 'POST', path: '/identities', body, effect: 'create', scope: WRITE, reply: identity },
    signal,
  );
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, isObject(member) ? withoutNulls(member) : member]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
