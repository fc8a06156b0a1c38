// How the arguments of the calls in app/checks.ts are read. Leans on valibot; total over the interface. Lengths are far above what
// the linter lets through: it names what is too long, this only keeps megabytes out.
import * as v from 'valibot';
import type { CheckCalls } from '../app/checks.ts';
import type { Shapes } from '../server.ts';
import { id, name, none, site, text } from './parts.ts';

const claim = v.object({ claim: text(100), required: v.boolean(), reason: text(1000) });

export const checkShapes: Shapes<CheckCalls> = {
  'checks.list': none,
  'checks.ask': v.object({
    accountId: id,
    whom: name,
    site: v.nullable(site),
    claims: v.pipe(v.array(claim), v.maxLength(60)),
    redirectUrl: text(4000),
    endpointIds: v.pipe(v.array(id), v.maxLength(60)),
  }),
  'checks.look': v.object({ id }),
  'checks.pull': none,
  'checks.cancel': v.object({ id }),
  'checks.forget': v.object({ id }),
  'checks.insert': v.object({ id }),
  'checks.templates': none,
  'checks.saveTemplate': v.object({
    name,
    claims: v.pipe(v.array(claim), v.maxLength(60)),
    redirectUrl: text(4000),
  }),
  'checks.forgetTemplate': v.object({ id }),
  'checks.lost': v.object({ id }),
  'checks.adopt': v.object({ id, remoteId: id }),
  'checks.settleTwin': v.object({ id, remoteId: id, wish: v.picklist(['end', 'leave']) }),
};
