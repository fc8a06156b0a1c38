// How the arguments of the calls in app/addresses.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { AddressCalls } from '../app/addresses.ts';
import type { Shapes } from '../server.ts';
import { aliasWish, format, id, name, site, text } from './parts.ts';

const metadata = v.record(v.string(), v.unknown());

export const addressShapes: Shapes<AddressCalls> = {
  'addresses.list': v.object({ kind: v.exactOptional(v.picklist(['alias', 'identity'])) }),
  'addresses.sources': v.object({ site: v.nullable(site) }),
  'addresses.create': v.object({
    accountId: id,
    format: v.exactOptional(format),
    site: v.nullable(site),
    label: v.exactOptional(text(1475)),
    name: v.exactOptional(name),
    emailUsername: v.exactOptional(text(64)),
    emailDomain: v.exactOptional(text(253)),
    provisionPhone: v.exactOptional(v.boolean()),
    phoneCountry: v.exactOptional(text(8)),
    metadata: v.exactOptional(metadata),
    ...aliasWish,
  }),
  'addresses.update': v.object({
    id,
    label: v.exactOptional(text(1475)),
    note: v.exactOptional(text(10_000)),
    site: v.exactOptional(v.nullable(site)),
    name: v.exactOptional(name),
    active: v.exactOptional(v.boolean()),
    recipientIds: aliasWish.recipientIds,
    seen: v.exactOptional(
      v.object({ label: v.exactOptional(text(1475)), note: v.exactOptional(text(10_000)) }),
    ),
    replaceClosed: v.exactOptional(v.boolean()),
  }),
  'addresses.remove': v.object({ id }),
};
