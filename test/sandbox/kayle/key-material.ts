// Encryption keys of endpoints (contract §8.2): public RSA keys, one active at a time. Listing the keys of an endpoint that is not
// there is an empty list, not an error.
import { byId, type Call, objectOf, ok, pageOf, type Route } from './call.ts';
import { cursorOf, endpointOf } from './endpoints.ts';
import { badKey, type Issue, missing, zodError } from './errors.ts';
import { flagOf, notOneOf, ofText, webhookId, wrongType } from './issues.ts';
import type { KeyMaterialRow } from './rows.ts';
import { keyShape, modulusBits } from './shapes.ts';

const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'];

function create(call: Call): Response {
  const { state, world, random } = call;
  webhookId(call.param('endpoint_id'), 'endpoint_id');
  const body = objectOf(call.body);
  const { key_id: keyId, jwk } = body;
  const issues = [
    ...keyIdIssues(keyId),
    ...(typeof jwk === 'object' && jwk !== null && !Array.isArray(jwk)
      ? []
      : [wrongType('object', ['jwk'], jwk)]),
    ...(body.algorithm === 'RSA-OAEP-256' ? [] : [notOneOf(['RSA-OAEP-256'], ['algorithm'])]),
    ...(body.key_type === 'RSA' ? [] : [notOneOf(['RSA'], ['key_type'])]),
  ];
  if (issues.length > 0) throw zodError(...issues);
  const endpoint = endpointOf(call, 'keys#create');
  const { n, e } = publicKey({ ...(jwk as Record<string, unknown>) });
  const now = world.now();
  switchOff(call, endpoint.id, now);
  const row: KeyMaterialRow = {
    id: `whk_${random.alnum(32)}`,
    endpointId: endpoint.id,
    keyId: String(keyId),
    n,
    e,
    active: true,
    createdAt: now,
    updatedAt: now,
    disabledAt: null,
  };
  state.keyMaterial.set(row.id, row);
  return ok(keyShape(row));
}

function keyIdIssues(keyId: unknown): Issue[] {
  if (typeof keyId !== 'string') return [wrongType('string', ['key_id'], keyId)];
  if (keyId === '') return [ofText.small(1, ['key_id'])];
  return keyId.length > 128 ? [ofText.big(128, ['key_id'])] : [];
}

/** @throws Refusal for a private part, another use, or fewer than 2048 bits */
function publicKey(jwk: Readonly<Record<string, unknown>>): { n: string; e: string } {
  const { kty, n, e, alg, use, key_ops: operations } = jwk;
  const fits =
    kty === 'RSA' &&
    typeof n === 'string' &&
    typeof e === 'string' &&
    !PRIVATE_PARTS.some((part) => part in jwk) &&
    (alg === undefined || alg === 'RSA-OAEP-256') &&
    (use === undefined || use === 'enc') &&
    (operations === undefined || (Array.isArray(operations) && operations.every((one) => one === 'encrypt')));
  if (!fits || (modulusBits({ n, e }) ?? 0) < 2048) throw badKey();
  return { n, e };
}

/** One active key an endpoint. */
function switchOff({ state }: Call, endpointId: string, now: number): void {
  for (const row of state.keyMaterial.values())
    if (row.endpointId === endpointId && row.active)
      Object.assign(row, { active: false, updatedAt: now, disabledAt: now });
}

const setActive =
  (active: boolean) =>
  (call: Call): Response => {
    const { state, org, world, param } = call;
    const row = state.keyMaterial.get(webhookId(param('key_id'), 'key_id'));
    const owner = state.endpoints.get(row?.endpointId ?? '')?.orgId;
    if (row === undefined || owner !== org.id)
      throw missing('Webhook encryption key', `webhooks/keys#${active ? 'reactivate' : 'deactivate'}`);
    const now = world.now();
    if (active) switchOff(call, row.endpointId, now);
    Object.assign(row, { active, updatedAt: now, disabledAt: active ? null : now });
    return ok(keyShape(row));
  };

export const keyRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/webhooks/endpoints/:endpoint_id/keys', run: create },
  {
    method: 'GET',
    path: '/v1/webhooks/endpoints/:endpoint_id/keys',
    run: ({ state, org, query, param }) => {
      const id = webhookId(param('endpoint_id'), 'endpoint_id');
      const active = flagOf(query, 'is_active');
      const after = cursorOf(query) ?? '';
      const own = state.endpoints.get(id)?.orgId === org.id;
      const rows = byId(state.keyMaterial.values()).filter(
        (row) => own && row.endpointId === id && row.id > after && (active === null || row.active === active),
      );
      return pageOf(rows, 0, query, keyShape);
    },
  },
  { method: 'POST', path: '/v1/webhooks/keys/:key_id/deactivate', run: setActive(false) },
  { method: 'POST', path: '/v1/webhooks/keys/:key_id/reactivate', run: setActive(true) },
];
