// Small identity services in memory, that page, fail and shift as real ones may. Leans on the slot's type; a call that no pull
// has reason to make is a failure.
import { AppError } from '../../../lib/error.ts';
import type { IdentitySlot, RemoteAddress } from '../../../lib/providers/provider.ts';

/** An identity as a listing tells it. */
export const item = (id: string, more: Partial<RemoteAddress> = {}): RemoteAddress => ({
  remoteId: id,
  email: `${id}@aliaskit.com`,
  kind: 'identity',
  active: true,
  persona: { name: id },
  createdAt: 1000,
  updatedAt: null,
  ...more,
});

/** An identity service in memory: `rows` newest first, pages of `size`, and a hook before each page. */
export function serviceOf(
  rows: RemoteAddress[],
  size = 100,
  beforePage?: (offset: number) => Promise<void> | void,
) {
  const unused = () => Promise.reject(new Error('not asked for in a pull'));
  const asked: string[] = [];
  const identities: IdentitySlot = {
    create: unused,
    update: unused,
    remove: unused,
    async get(remoteId) {
      asked.push(remoteId);
      const found = rows.find((row) => row.remoteId === remoteId);
      if (found === undefined) throw new AppError('not-found');
      return found;
    },
    async list(offset) {
      await beforePage?.(offset);
      const items = rows.slice(offset, offset + size);
      const more = offset + size < rows.length;
      return { items, next: more ? offset + items.length : null };
    },
  };
  return { identities, asked };
}
