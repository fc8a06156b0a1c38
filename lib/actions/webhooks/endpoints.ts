// Where answers go: the endpoints of an account with their health, made, changed and deleted. Leans on the provider's webhook slot;
// a signing secret is sealed before anything else happens, and the keys of a deleted endpoint stay.
import type { Delivery, EncryptionKey, WebhookEndpoint } from '../../check.ts';
import { healthOf } from '../../checks/delivery.ts';
import type { EndpointKeys } from '../../endpoint-keys.ts';
import { AppError } from '../../error.ts';
import type { EndpointChange, WebhookSlot } from '../../providers/check-slots.ts';
import { all } from '../../providers/cursors.ts';
import type { Unlocked } from '../../vault/vault.ts';
import type { EndpointDraft, EndpointEdit, EndpointView } from '../../webhook-view.ts';
import { type EndpointRef, endpointKeys, keepSecret, openWebhooks } from './endpoint-keys.ts';

const byId = ({ remoteId }: { remoteId: string }): string => remoteId;

/** Newest first. Health is judged by the last hundred deliveries of the organisation. */
export async function listEndpoints(
  u: Unlocked,
  accountId: string,
  signal?: AbortSignal,
): Promise<EndpointView[]> {
  const slot = await openWebhooks(u, accountId);
  const [endpoints, latest] = await Promise.all([
    all((after) => slot.endpoints({ after }, signal), byId),
    slot.deliveries({}, signal),
  ]);
  const views = await Promise.all(
    endpoints.map((endpoint) => viewOf(u, slot, accountId, endpoint, latest.items, signal)),
  );
  return views.sort((a, b) => b.endpoint.createdAt - a.endpoint.createdAt);
}

/** Errors: `not-found`. */
export async function getEndpoint(
  u: Unlocked,
  { accountId, endpointId }: EndpointRef,
  signal?: AbortSignal,
): Promise<EndpointView> {
  const slot = await openWebhooks(u, accountId);
  const [endpoint, latest] = await Promise.all([
    slot.endpoint(endpointId, signal),
    slot.deliveries({ endpointId, limit: 1 }, signal),
  ]);
  return viewOf(u, slot, accountId, endpoint, latest.items, signal);
}

async function viewOf(
  u: Unlocked,
  slot: WebhookSlot,
  accountId: string,
  endpoint: WebhookEndpoint,
  deliveries: readonly Delivery[],
  signal?: AbortSignal,
): Promise<EndpointView> {
  const endpointId = endpoint.remoteId;
  const [kept, keys] = await Promise.all([
    endpointKeys(u, { accountId, endpointId }),
    all((after) => slot.keys(endpointId, { after }, signal), byId),
  ]);
  const own = deliveries.filter((delivery) => delivery.endpointId === endpointId);
  return joined(endpoint, keys, kept, own);
}

function joined(
  endpoint: WebhookEndpoint,
  keys: readonly EncryptionKey[],
  kept: EndpointKeys,
  deliveries: readonly Delivery[],
): EndpointView {
  const ours = new Set(kept.keys.map(({ keyId }) => keyId));
  return {
    endpoint,
    keys: keys
      .map(({ jwk: _, ...key }) => ({ ...key, ours: ours.has(key.keyId) }))
      .sort((a, b) => b.createdAt - a.createdAt),
    health: healthOf(endpoint, keys, ours, deliveries),
    secretKnown: kept.secrets.some(({ until }) => until === null),
  };
}

/**
 * Makes an endpoint, once, and seals its secret. There is no idempotency key: after a doubtful answer the one that is new and has
 * the same URL is taken for it, if it is the only one.
 * Errors: those of the service; `doubtful` where nobody can tell.
 */
export async function createEndpoint(
  u: Unlocked,
  accountId: string,
  { name, ...draft }: EndpointDraft,
  now: number,
  signal?: AbortSignal,
): Promise<WebhookEndpoint> {
  const slot = await openWebhooks(u, accountId);
  const before = new Set((await all((after) => slot.endpoints({ after }, signal), byId)).map(byId));
  try {
    const { endpoint, signingSecret } = await slot.create(name === '' ? draft : { ...draft, name }, signal);
    await keepSecret(u, { accountId, endpointId: endpoint.remoteId }, signingSecret, now);
    return endpoint;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'doubtful')) throw error;
    const listed = await all((after) => slot.endpoints({ after }, signal), byId);
    const [made, another] = listed.filter(({ remoteId, url }) => !before.has(remoteId) && url === draft.url);
    if (made === undefined || another !== undefined) throw error;
    const secret = await slot.revealSecret(made.remoteId, signal);
    await keepSecret(u, { accountId, endpointId: made.remoteId }, secret, now);
    return made;
  }
}

export async function editEndpoint(
  u: Unlocked,
  { accountId, endpointId }: EndpointRef,
  { name, ...rest }: EndpointEdit,
): Promise<void> {
  const change: EndpointChange = name === undefined ? rest : { ...rest, name: name === '' ? null : name };
  await (await openWebhooks(u, accountId)).edit(endpointId, change);
}

/** Its keys here stay: what was delivered before can still be opened. */
export async function removeEndpoint(u: Unlocked, { accountId, endpointId }: EndpointRef): Promise<void> {
  await (await openWebhooks(u, accountId)).remove(endpointId);
}
