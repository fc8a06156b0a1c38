// After a creation was answered: a second look, when nobody waits for it any more, for what the browser may have made of it by sending it
// twice. Leans on lib/actions; a failure of it is no trouble of the creation.
import { dropTwins } from '../../lib/actions/drop-twins.ts';
import type { Address } from '../../lib/model.ts';
import { fireAndForget } from '../../lib/report.ts';
import type { Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';

export function lookForTwins(u: Unlocked, made: Address): void {
  if (made.kind !== 'identity') return;
  const look = async () => {
    if ((await dropTwins(u, made)) > 0) announce('addresses');
  };
  fireAndForget(look(), 'twins');
}
