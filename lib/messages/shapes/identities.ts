// How the arguments of the calls in app/identities.ts are read. Leans on valibot; total over the interface. Metadata is the user's own
// JSON and goes to a service of theirs; its size alone is limited here.
import * as v from 'valibot';
import type { IdentityCalls } from '../app/identities.ts';
import type { Shapes } from '../server.ts';
import { id, none, text } from './parts.ts';

/** The service takes 16 KiB (assumed). */
const MOST_METADATA = 16 * 1024;

const member = v.pipe(text(100), v.minLength(1));
const metadata = v.pipe(
  v.record(member, v.unknown()),
  v.check((value) => JSON.stringify(value).length <= MOST_METADATA),
);

export const identityShapes: Shapes<IdentityCalls> = {
  'identities.open': v.object({ id }),
  'identities.phone': v.object({ id, country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)) }),
  'identities.change': v.object({
    id,
    group: v.exactOptional(v.nullable(text(200))),
    set: v.exactOptional(metadata),
    drop: v.exactOptional(v.pipe(v.array(member), v.maxLength(100))),
  }),
  'identities.groups': none,
  'identities.learn': none,
  'identities.removeGroup': v.object({ group: v.pipe(text(200), v.minLength(1)) }),
  'identities.resumeRemoval': none,
  'identities.cancelRemoval': none,
  'identities.dropReceipt': none,
  'identities.invent': v.object({ id }),
  'identities.uninvent': v.object({ id }),
};
