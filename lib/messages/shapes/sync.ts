// How the arguments of the calls in app/sync.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import { SEALED_FIELDS } from '../../forwarding.ts';
import type { SyncCalls } from '../app/sync.ts';
import type { Shapes } from '../server.ts';
import { id, none, site, text } from './parts.ts';

/** A hundred thousand is the largest account there is. */
const ids = v.pipe(v.array(id), v.maxLength(100_000));
const force = v.exactOptional(v.boolean());

const bulk = { do: v.picklist(['on', 'off', 'remove']), force };
const flag = v.exactOptional(v.boolean());
const query = v.object({
  text: text(500),
  filter: v.object({
    active: flag,
    accountId: v.exactOptional(id),
    kind: v.exactOptional(v.picklist(['alias', 'identity'])),
    domain: v.exactOptional(text(253)),
    site: v.exactOptional(site),
    hasNote: flag,
    pending: flag,
  }),
  sort: v.picklist(['best', 'used', 'created', 'email', 'site']),
});

export const syncShapes: Shapes<SyncCalls> = {
  'sync.state': none,
  'sync.pull': v.object({ id, force }),
  'sync.cancel': v.object({ id: v.exactOptional(id) }),
  'sync.send': v.object({ id }),
  'addresses.waiting': v.object({ id }),
  'addresses.resolve': v.object({
    id,
    field: v.picklist(SEALED_FIELDS),
    keep: v.picklist(['ours', 'theirs']),
    seen: v.object({ ours: text(10_000), theirs: text(10_000) }),
  }),
  'addresses.discard': v.object({ id }),
  'addresses.bulk': v.union([v.object({ ids, ...bulk }), v.object({ query, ...bulk })]),
};
