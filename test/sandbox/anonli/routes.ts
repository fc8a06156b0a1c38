// The route table of anon.li's API (contract §1.6–1.8), with what each costs and who may use it. Whatever is not a row here
// answers the site's own 404 page.
import { createAlias } from './alias-create.ts';
import { changeAlias, deleteAlias, getAlias, listAliases } from './aliases.ts';
import { ok, type Route } from './call.ts';
import {
  changeRecipient,
  createRecipient,
  deleteRecipient,
  getDomain,
  getRecipient,
  listDomains,
  listRecipients,
  verifyRecipient,
} from './recipients.ts';
import { meShape } from './shapes.ts';
import { unlock } from './vault.ts';

const ALIAS = { charged: true, limiter: 'api' } as const;
const FREE = { charged: false, limiter: 'api' } as const;
const RECIPIENT = { charged: false, limiter: 'recipientOps' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/alias', ...ALIAS, run: listAliases },
  { method: 'POST', path: '/alias', ...ALIAS, limiter: 'aliasCreate', creates: true, run: createAlias },
  { method: 'GET', path: '/alias/:id', ...ALIAS, run: getAlias },
  { method: 'PATCH', path: '/alias/:id', ...ALIAS, run: changeAlias },
  { method: 'DELETE', path: '/alias/:id', ...ALIAS, admin: true, run: deleteAlias },
  { method: 'GET', path: '/recipient', ...FREE, run: listRecipients },
  { method: 'POST', path: '/recipient', ...RECIPIENT, run: createRecipient },
  { method: 'GET', path: '/recipient/:id', ...FREE, run: getRecipient },
  { method: 'PATCH', path: '/recipient/:id', ...RECIPIENT, run: changeRecipient },
  { method: 'DELETE', path: '/recipient/:id', ...RECIPIENT, admin: true, run: deleteRecipient },
  { method: 'POST', path: '/recipient/:id/verify', ...RECIPIENT, run: verifyRecipient },
  { method: 'GET', path: '/domain', ...FREE, run: listDomains },
  { method: 'GET', path: '/domain/:id', ...FREE, run: getDomain },
  {
    method: 'GET',
    path: '/me',
    ...FREE,
    personal: true,
    run: ({ state, who }) => ok(meShape(state, who.user)),
  },
  {
    method: 'POST',
    path: '/vault/unlock',
    charged: false,
    limiter: 'vaultOps',
    personal: true,
    run: unlock,
  },
];
