// What it takes to open an endpoint's answers on this device: a key pair made here, its public half registered, and the signing
// secret. Leans on the provider. The private half is sealed before the public one is registered: the service never
// seals to a key that was lost.
import { AppError } from '../../error.ts';
import { all } from '../../providers/cursors.ts';
import { makeKeyPair } from '../../providers/kayle/key-pair.ts';
import type { Unlocked } from '../../vault/vault.ts';
import {
  dropPrivateKey,
  type EndpointRef,
  endpointKeys,
  keepPrivateKey,
  keepSecret,
  openWebhooks,
} from './endpoint-keys.ts';

/**
 * Makes a pair and registers it as the endpoint's active key; the others are switched off by the service. Reads the signing secret
 * too where it is not here yet.
 * Errors: those of the service, and then no key is kept; `doubtful` where nobody can tell whether it was registered.
 */
export async function makeKey(
  u: Unlocked,
  ref: EndpointRef,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const { accountId, endpointId } = ref;
  const slot = await openWebhooks(u, accountId);
  const { keyId, jwk, pkcs8 } = await makeKeyPair();
  await keepPrivateKey(u, ref, { keyId, pkcs8, madeAt: now });
  try {
    await slot.registerKey(endpointId, { keyId, jwk }, signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'doubtful') {
      await dropPrivateKey(u, ref, keyId);
      throw error;
    }
    const listed = await all(
      (after) => slot.keys(endpointId, { after }, signal),
      ({ remoteId }) => remoteId,
    );
    if (!listed.some((key) => key.keyId === keyId)) throw error;
  }
  const { secrets } = await endpointKeys(u, ref);
  if (secrets.some(({ until }) => until === null)) return;
  await keepSecret(u, ref, await slot.revealSecret(endpointId, signal), now);
}

/** @param keyRemoteId `whk_…`. Switching one on switches the endpoint's others off. */
export async function setKeyActive(
  u: Unlocked,
  accountId: string,
  keyRemoteId: string,
  active: boolean,
): Promise<void> {
  await (await openWebhooks(u, accountId)).setKeyActive(keyRemoteId, active);
}

/** @returns `whsec_…`, as the service has it now; kept here from then on. */
export async function revealSecret(u: Unlocked, ref: EndpointRef, now: number): Promise<string> {
  const secret = await (await openWebhooks(u, ref.accountId)).revealSecret(ref.endpointId);
  await keepSecret(u, ref, secret, now);
  return secret;
}

/**
 * The old secret stops at once. A lost answer does no harm: rotating may be asked again, and revealing tells the one in use.
 * @returns the new one
 */
export async function rotateSecret(u: Unlocked, ref: EndpointRef, now: number): Promise<string> {
  const secret = await (await openWebhooks(u, ref.accountId)).rotateSecret(ref.endpointId);
  await keepSecret(u, ref, secret, now);
  return secret;
}
