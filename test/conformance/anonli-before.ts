// What must be so before one recorded exchange of anon.li can come out as it did, read off the exchange itself: what it names,
// and what the server said of it. A table by route; whatever no row puts in place is left as earlier exchanges have made it.
import { hashOf } from '../sandbox/anonli/accounts.ts';
import { isTier } from '../sandbox/anonli/plans.ts';
import { fillBurst, leaveRequests } from '../sandbox/anonli/rates.ts';
import { routeOf } from '../sandbox/anonli/routes.ts';
import type { World } from '../sandbox/world/world.ts';
import { type Account, RECORDED_VAULT } from './anonli-accounts.ts';
import { prepareCreation, prepareList, prepareOne } from './anonli-before-aliases.ts';
import { prepareDomain, prepareRecipient } from './anonli-before-destinations.ts';
import type { Scene } from './anonli-scene.ts';
import { type Exchange, jsonBody, memberOf, textAt } from './golden.ts';

type Prepare = (scene: Scene) => void;

const ROUTES: Readonly<Record<string, Prepare>> = {
  alias: (scene) => {
    if (scene.name !== '') prepareOne(scene);
    else if (scene.exchange.method === 'POST') prepareCreation(scene);
    else prepareList(scene);
  },
  recipient: prepareRecipient,
  domain: prepareDomain,
  me: prepareMe,
  vault: prepareUnlock,
};

export function prepare(world: World, exchange: Exchange, account: Account | null): void {
  world.bursts.clear();
  const { pathname } = new URL(exchange.path, 'http://h');
  if (exchange.status === 429 && typeof memberOf(exchange.answer, 'error') === 'string')
    fillBurst(
      world,
      routeOf(exchange.method, pathname)?.limiter ?? 'vaultBootstrap',
      account?.user.id ?? 'loopback',
    );
  const [, , , area = '', name = '', action = ''] = pathname.split('/');
  const answered = exchange.status !== 401 && exchange.status !== 405 && pathname.startsWith('/api/v1/');
  if (account === null) return;
  prepareQuota(world, exchange, account, pathname);
  // A wrong vault password is a 401 as well; what it needs is put in place all the same.
  if (answered || area === 'vault')
    ROUTES[area]?.({ world, exchange, account, name: decodeURIComponent(name), action });
}

/** As many requests left as the answer says, this one counted. */
function prepareQuota(world: World, exchange: Exchange, { owner, user }: Account, pathname: string): void {
  if (!routeOf(exchange.method, pathname)?.charged) return;
  const said = exchange.answerHeaders['x-ratelimit-remaining'];
  const spent = exchange.status === 429 && textAt(exchange.answer, 'error', 'code') === 'RATE_LIMITED';
  const left = said === undefined || exchange.status === 429 ? 100 : Number(said) + 1;
  leaveRequests(world, owner, user.tier, spent ? 0 : left);
}

function prepareMe({ exchange, account: { user } }: Scene): void {
  if (exchange.status !== 200) return;
  const tier = textAt(exchange.answer, 'data', 'tier');
  if (isTier(tier)) user.tier = tier;
  const configured = memberOf(exchange.answer, 'data', 'vault_configured') === true;
  user.vault = configured ? (user.vault ?? { ...RECORDED_VAULT }) : null;
}

function prepareUnlock({ exchange, account: { user } }: Scene): void {
  const secret = textAt(jsonBody(exchange), 'auth_secret');
  const vault = user.vault ?? { ...RECORDED_VAULT };
  if (exchange.status === 200) user.vault = { ...vault, secretHash: hashOf(secret) };
  else if (exchange.status === 404) user.vault = null;
  else if (vault.secretHash === hashOf(secret)) user.vault = { ...vault, secretHash: hashOf('another') };
  else user.vault = vault;
}
