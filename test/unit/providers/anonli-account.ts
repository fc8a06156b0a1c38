// The sandbox's anon.li account as a provider, and the two shapes every difference of that service has. Leans on the real
// sandbox and the real transport.
import { fromBase64Url, toBase64 } from '../../../lib/crypto/bytes.ts';
import { type AnonliAccess, anonli } from '../../../lib/providers/anonli/anonli.ts';
import { createTransport, type MakeTransport } from '../../../lib/providers/http.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { AS_THE_PAGE, AS_THE_SERVER } from '../../sandbox/world/anonli-manners.ts';
import { vectors } from '../../vectors/anonli/vault.json';

/** Limiters of short windows are off: a suite asks more in a minute than a person. */
export const SHAPES = {
  'the public page': { ...AS_THE_PAGE, burst: false },
  'the server': { ...AS_THE_SERVER, burst: false },
} as const;

/** Of the sandbox's own account. */
export const VAULT_KEY = toBase64(fromBase64Url(vectors[0]?.vault_key ?? ''));

export function connect(
  sandbox: Sandbox,
  over: Partial<AnonliAccess> = {},
  make: MakeTransport = createTransport,
) {
  const { anonli: baseUrl, anonliKey: apiKey } = sandbox.json;
  const account = { id: 'a', baseUrl, apiKey, vault: { key: VAULT_KEY }, ...over };
  return anonli(account, make);
}

/** The slot with all it can do, or the failure of the test that relies on it. */
export function aliasesOf({ aliases }: Provider) {
  if (!aliases?.list || !aliases.setActive || !aliases.remove || !aliases.get) throw new Error('no aliases');
  return aliases as Required<typeof aliases>;
}
