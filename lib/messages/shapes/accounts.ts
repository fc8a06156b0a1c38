// How the arguments of the calls in app/accounts.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { AccountCalls } from '../app/accounts.ts';
import type { Shapes } from '../server.ts';
import { format, id, name, none, site, text } from './parts.ts';

const scheme = v.variant('type', [
  v.object({ type: v.literal('subaddress'), mailbox: text(254), separator: v.pipe(text(1), v.minLength(1)) }),
  v.object({ type: v.literal('catch-all'), domain: site }),
]);

const accountDraft = v.variant('kind', [
  v.object({
    kind: v.literal('local'),
    name,
    scheme,
    format,
  }),
  v.object({
    kind: v.literal('aliaskit'),
    name,
    baseUrl: text(500),
    apiKey: text(500),
    cardKey: v.nullable(text(500)),
  }),
  v.object({
    kind: v.literal('anonli'),
    name,
    baseUrl: text(500),
    apiKey: text(500),
    vaultPassword: v.nullable(text(4096)),
  }),
  v.object({ kind: v.literal('kayle'), name, baseUrl: text(500), apiKey: text(500) }),
]);

export const accountShapes: Shapes<AccountCalls> = {
  'accounts.list': none,
  'accounts.test': accountDraft,
  'accounts.connect': accountDraft,
  'accounts.probe': v.object({ id }),
  'accounts.changeKey': v.object({ id, apiKey: text(500) }),
  'accounts.openVault': v.object({ id, password: text(4096) }),
  'accounts.remove': v.object({ id }),
  'accounts.rename': v.object({ id, name: v.pipe(name, v.trim(), v.minLength(1)) }),
  'accounts.pull': v.object({ id: v.exactOptional(id) }),
};
