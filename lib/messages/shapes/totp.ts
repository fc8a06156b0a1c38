// How the arguments of the calls in app/totp.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { TotpCalls } from '../app/totp.ts';
import type { Shapes } from '../server.ts';
import { id, name, none, site, text } from './parts.ts';

const totpDraft = v.object({
  issuer: name,
  account: name,
  secret: text(1024),
  algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
  // Their ranges are lib/totp's to judge: it names the field that the form must mark.
  digits: v.number(),
  period: v.number(),
  site: v.nullable(site),
});

export const totpShapes: Shapes<TotpCalls> = {
  'totp.list': none,
  'totp.read': v.object({ link: text(4096) }),
  'totp.add': totpDraft,
  'totp.remove': v.object({ id }),
  'totp.update': v.object({
    id,
    issuer: v.exactOptional(name),
    account: v.exactOptional(name),
    site: v.exactOptional(v.nullable(site)),
  }),
  'totp.scan': none,
  'totp.held': none,
  'totp.pullHeld': none,
  'totp.heldCode': v.object({ id }),
  'totp.register': v.object({ id, addressId: id }),
  'totp.placeHeld': v.object({ id, site: v.nullable(site) }),
  'totp.removeHeld': v.object({ id }),
};
