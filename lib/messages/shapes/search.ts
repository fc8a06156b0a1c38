// How the arguments of the calls in app/search.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { AddressFilter, AddressSort } from '../../address-query.ts';
import { PAGE_ROWS } from '../../page-of.ts';
import type { SearchCalls } from '../app/search.ts';
import type { Shapes } from '../server.ts';
import { id, none, site, text } from './parts.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const filter: v.GenericSchema<unknown, AddressFilter> = v.object({
  active: v.exactOptional(v.boolean()),
  accountId: v.exactOptional(id),
  kind: v.exactOptional(v.picklist(['alias', 'identity'])),
  domain: v.exactOptional(text(253)),
  group: v.exactOptional(text(200)),
  site: v.exactOptional(site),
  hasNote: v.exactOptional(v.boolean()),
  pending: v.exactOptional(v.boolean()),
});
export const sort: v.GenericSchema<unknown, AddressSort> = v.picklist([
  'best',
  'used',
  'created',
  'email',
  'site',
]);

export const searchShapes: Shapes<SearchCalls> = {
  'addresses.search': v.object({
    text: text(500),
    filter,
    sort,
    offset: count,
    limit: v.pipe(count, v.minValue(1), v.maxValue(PAGE_ROWS)),
  }),
  'addresses.get': v.object({ id }),
  'addresses.domains': none,
  'addresses.groups': none,
};
