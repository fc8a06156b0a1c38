// The `webhooks` slot (contract §8): endpoints and their secrets, encryption keys, events, deliveries. Leans on the transport.
// Making an endpoint or registering a key is a creation and told honestly; the rest may be asked again by whoever called.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import type { EndpointChange, WebhookSlot } from '../check-slots.ts';
import type { Ask, Transport } from '../http.ts';
import { instantText, segment } from './sessions.ts';
import {
  createdEndpoint,
  deliveryData,
  deliveryPage,
  encryptionKeyData,
  encryptionKeyPage,
  endpointData,
  endpointPage,
  eventData,
  eventPage,
  secretData,
} from './webhook-shapes.ts';

export const WEBHOOKS_READ = 'webhooks:read';
export const WEBHOOKS_WRITE = 'webhooks:write';
const PAGE_SIZE = 100;

const READ = { method: 'GET', effect: 'read', scope: WEBHOOKS_READ } as const;
const CHANGE = { method: 'POST', effect: 'change', scope: WEBHOOKS_WRITE } as const;
const CREATE = { method: 'POST', effect: 'create', scope: WEBHOOKS_WRITE } as const;

const endpointPath = (id: string, below = ''): string => `/webhooks/endpoints/${segment(id)}${below}`;

export function webhookSlot(send: Transport): WebhookSlot {
  const get = <S extends v.GenericSchema>(
    path: string,
    reply: S,
    query: NonNullable<Ask['query']>,
    signal?: AbortSignal,
  ) => send({ ...READ, path, reply, query }, signal);

  return {
    endpoints: ({ after, enabled } = {}, signal) =>
      get('/webhooks/endpoints', endpointPage, { limit: PAGE_SIZE, starting_after: after, enabled }, signal),

    endpoint: (remoteId, signal) => get(endpointPath(remoteId), endpointData, {}, signal),

    create: async (wish, signal) =>
      send({ ...CREATE, path: '/webhooks/endpoints', body: bodyOf(wish), reply: createdEndpoint }, signal),

    edit: async (remoteId, change, signal) =>
      send(
        {
          ...CHANGE,
          method: 'PATCH',
          path: endpointPath(remoteId),
          body: bodyOf(change),
          reply: endpointData,
        },
        signal,
      ),

    async remove(remoteId, signal) {
      try {
        await send({ ...CHANGE, method: 'DELETE', path: endpointPath(remoteId), reply: v.unknown() }, signal);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'not-found')) throw error;
      }
    },

    revealSecret: (remoteId, signal) =>
      send({ ...CHANGE, path: endpointPath(remoteId, '/signing-secret/reveal'), reply: secretData }, signal),

    rotateSecret: (remoteId, signal) =>
      send({ ...CHANGE, path: endpointPath(remoteId, '/signing-secret/rotate'), reply: secretData }, signal),

    keys: (endpointId, { after } = {}, signal) =>
      get(
        endpointPath(endpointId, '/keys'),
        encryptionKeyPage,
        { limit: PAGE_SIZE, starting_after: after },
        signal,
      ),

    registerKey: (endpointId, { keyId, jwk }, signal) => {
      const { n, e } = jwk;
      const body = {
        key_id: keyId,
        // Put together anew: whatever else a key carries, a private part above all, stays here.
        jwk: { kty: 'RSA', n, e, alg: 'RSA-OAEP-256', use: 'enc' },
        algorithm: 'RSA-OAEP-256',
        key_type: 'RSA',
      };
      return send(
        { ...CREATE, path: endpointPath(endpointId, '/keys'), body, reply: encryptionKeyData },
        signal,
      );
    },

    setKeyActive: (keyRemoteId, active, signal) => {
      const path = `/webhooks/keys/${segment(keyRemoteId)}/${active ? 'reactivate' : 'deactivate'}`;
      return send({ ...CHANGE, path, reply: encryptionKeyData }, signal);
    },

    events: ({ after, type, createdFrom, createdTo, limit = PAGE_SIZE } = {}, signal) => {
      const times = { created_from: instantText(createdFrom), created_to: instantText(createdTo) };
      return get('/webhooks/events', eventPage, { limit, starting_after: after, type, ...times }, signal);
    },

    event: (remoteId, signal) => get(`/webhooks/events/${segment(remoteId)}`, eventData, {}, signal),

    replay: (eventId, signal) =>
      send({ ...CHANGE, path: `/webhooks/events/${segment(eventId)}/replay`, reply: eventData }, signal),

    deliveries: ({ after, status, endpointId, eventId, limit = PAGE_SIZE } = {}, signal) => {
      const of = { endpoint_id: endpointId, event_id: eventId };
      return get(
        '/webhooks/deliveries',
        deliveryPage,
        { limit, starting_after: after, status, ...of },
        signal,
      );
    },

    retry: (deliveryId, signal) =>
      send(
        { ...CHANGE, path: `/webhooks/deliveries/${segment(deliveryId)}/retry`, reply: deliveryData },
        signal,
      ),
  };
}

/** @throws AppError `rejected` for an empty list of events: stored as such, it delivers nothing and reads back as all. */
function bodyOf({ url, name, labels, enabled, eventTypes, retentionHours }: EndpointChange): object {
  if (eventTypes?.length === 0) throw new AppError('rejected', { field: 'subscribed_event_types' });
  return {
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
    ...(labels === undefined ? {} : { labels }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(eventTypes === undefined ? {} : { subscribed_event_types: eventTypes }),
    ...(retentionHours === undefined ? {} : { undelivered_payload_retention_hours: retentionHours }),
  };
}
