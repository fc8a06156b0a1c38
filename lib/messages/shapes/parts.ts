// The small shapes that the arguments of calls are made of. Leans on valibot only. Lengths are capped here so that no caller
// can make the worker hold or hash a megabyte.
import * as v from 'valibot';
import { ALIAS_FORMATS } from '../../requests.ts';

export const none = v.object({});
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const id = text(200);
export const ref = text(64);
export const site = v.pipe(v.string(), v.minLength(1), v.maxLength(253));
export const passphrase = text(4096);
export const name = text(200);
export const format = v.picklist(['site-hash', 'hash', 'site.hash']);
/** How an alias shall be; more recipients than one alias can have are refused. */
export const aliasWish = {
  aliasFormat: v.exactOptional(v.picklist(ALIAS_FORMATS)),
  localPart: v.exactOptional(text(64)),
  domain: v.exactOptional(text(253)),
  recipientIds: v.exactOptional(v.pipe(v.array(text(50)), v.maxLength(10))),
};
export const means = v.picklist(['email', 'code', 'never']);
