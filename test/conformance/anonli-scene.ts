// One recorded exchange of anon.li about to be replayed: what every preparation of it needs to know. Types alone.
import type { World } from '../sandbox/world/world.ts';
import type { Account } from './anonli-accounts.ts';
import type { Exchange } from './golden.ts';

export interface Scene {
  world: World;
  exchange: Exchange;
  /** Whose key was shown. */
  account: Account;
  /** What stands behind the collection: an id, decoded; `''` for the collection itself. */
  name: string;
  /** What stands behind that: `pgp`, `verify`, `dkim`. */
  action: string;
}
