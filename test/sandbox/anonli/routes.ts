// The route table of anon.li's API (contract §1.6–1.8), with what each costs and who may use it. Whatever is not a row here
// answers the site's own 404 page.
import { createAlias } from './alias-create.ts';
import { changeAlias, deleteAlias, getAlias, listAliases } from './aliases.ts';
import { ok, type Route } from './call.ts';
import { createDomain, deleteDomain, getDomain, listDomains, renewDkim, verifyDomain } from './domains.ts';
import { refuse } from './errors.ts';
import {
  changeRecipient,
  createRecipient,
  deleteRecipient,
  getRecipient,
  listRecipients,
  removePgp,
  setPgp,
  verifyRecipient,
} from './recipients.ts';
import { meShape } from './shapes.ts';
import { unlock } from './vault.ts';

const ALIAS = { charged: true, limiter: 'api' } as const;
const FREE = { charged: false, limiter: 'api' } as const;
const RECIPIENT = { charged: false, limiter: 'recipientOps' } as const;
const RESEND = { charged: false, limiter: 'emailResend' } as const;
const PGP = { charged: false, limiter: 'pgpOps' } as const;
const DOMAIN = { charged: false, limiter: 'domainOps' } as const;

/** Keys are made in the browser alone: no key opens these (§1.8). */
const SESSION = {
  charged: false,
  limiter: 'apiKey',
  run: () => {
    throw refuse('UNAUTHORIZED', 'Unauthorized');
  },
} as const;

export const BOOTSTRAP = '/api/vault/bootstrap';
const BELOW = '/api/v1';

/** The route that a request of this kind comes to; undefined where there is none. */
export function routeOf(method: string, pathname: string): Route | undefined {
  return routes.find((route) => route.method === method && patternOf(route).test(pathname));
}

/** Whether anything is answered here, by whatever method. */
export const isServed = (pathname: string): boolean =>
  pathname === BOOTSTRAP || routes.some((route) => patternOf(route).test(pathname));

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${BELOW}${path.replace(/:id/g, '[^/]+')}$`);

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
  { method: 'POST', path: '/recipient/:id/verify', ...RESEND, run: verifyRecipient },
  { method: 'PUT', path: '/recipient/:id/pgp', ...PGP, run: setPgp },
  { method: 'DELETE', path: '/recipient/:id/pgp', ...PGP, run: removePgp },
  { method: 'GET', path: '/domain', ...FREE, run: listDomains },
  { method: 'POST', path: '/domain', ...DOMAIN, limiter: 'domainCreate', run: createDomain },
  { method: 'GET', path: '/domain/:id', ...FREE, run: getDomain },
  { method: 'DELETE', path: '/domain/:id', ...DOMAIN, admin: true, run: deleteDomain },
  { method: 'POST', path: '/domain/:id/verify', ...DOMAIN, run: verifyDomain },
  { method: 'POST', path: '/domain/:id/dkim', ...DOMAIN, run: renewDkim },
  { method: 'GET', path: '/api-key', ...SESSION },
  { method: 'POST', path: '/api-key', ...SESSION },
  { method: 'DELETE', path: '/api-key/:id', ...SESSION },
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
