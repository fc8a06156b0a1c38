// Identities as AliasKit sends them, decoded into our own terms. Leans on contract §3: fields of the product's own reference are
// required, all others may be missing or null; enums grow, so an unknown word never breaks a listing.
import * as v from 'valibot';
import type { RemoteAddress } from '../provider.ts';
import { emailAddress, instant, listOf, remoteId } from '../shape.ts';

/** `YYYY-MM-DD`, tolerated with a time behind it. */
const birthDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d(?:$|[T ])/),
  v.transform((text) => text.slice(0, 10)),
);

/** Free JSON of the key's owner. Looked at before v.record sees it, which would take an array for a record. */
const metadata = v.pipe(
  v.custom<Record<string, unknown>>((value) => !Array.isArray(value)),
  v.record(v.string(), v.unknown()),
);

/** Contract §3: the list's shorter items and the full object alike; what an item does not hold stays unknown. */
export const identity = v.pipe(
  v.object({
    id: remoteId,
    name: v.string(),
    email: emailAddress,
    phone_number: v.nullish(v.string()),
    date_of_birth: v.nullish(birthDate),
    status: v.string(),
    metadata: v.nullish(metadata),
    created_at: instant,
    updated_at: v.nullish(instant),
  }),
  v.transform(
    (wire): RemoteAddress => ({
      remoteId: wire.id,
      email: wire.email,
      kind: 'identity',
      // `suspended`, `deleted` and whatever is invented later: not to be offered.
      active: wire.status === 'active',
      persona: {
        name: wire.name,
        ...(wire.phone_number == null ? {} : { phone: wire.phone_number }),
        ...(wire.date_of_birth == null ? {} : { birthDate: wire.date_of_birth }),
        ...(wire.metadata == null ? {} : { metadata: wire.metadata }),
      },
      createdAt: wire.created_at,
      updatedAt: wire.updated_at ?? null,
    }),
  ),
);

export const identityPage = listOf(identity);
