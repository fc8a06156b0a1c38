// How the arguments of the calls in app/webhooks.ts are read. Leans on valibot; total over the interface. What is pasted may be a
// megabyte: the action refuses more in words, this only keeps more out.
import * as v from 'valibot';
import { RETENTION_HOURS } from '../../webhook-view.ts';
import type { WebhookCalls } from '../app/webhooks.ts';
import type { Shapes } from '../server.ts';
import { id, text } from './parts.ts';

const account = v.object({ accountId: id });
const endpoint = v.object({ accountId: id, endpointId: id });
const one = v.object({ accountId: id, id });
const after = v.nullable(id);

const draft = {
  url: text(4000),
  name: text(200),
  labels: v.pipe(v.array(text(200)), v.maxLength(20)),
  eventTypes: v.pipe(v.array(text(128)), v.maxLength(40)),
  retentionHours: v.picklist(RETENTION_HOURS),
};

const MOST_PASTED = 2 * 1024 * 1024;

export const webhookShapes: Shapes<WebhookCalls> = {
  'webhooks.scopes': account,
  'webhooks.list': account,
  'webhooks.get': endpoint,
  'webhooks.create': v.object({ accountId: id, draft: v.object(draft), key: v.boolean() }),
  'webhooks.edit': v.object({
    accountId: id,
    endpointId: id,
    edit: v.object({
      url: v.exactOptional(draft.url),
      name: v.exactOptional(draft.name),
      labels: v.exactOptional(draft.labels),
      eventTypes: v.exactOptional(draft.eventTypes),
      retentionHours: v.exactOptional(draft.retentionHours),
      enabled: v.exactOptional(v.boolean()),
    }),
  }),
  'webhooks.remove': endpoint,
  'webhooks.reveal': endpoint,
  'webhooks.rotate': endpoint,
  'webhooks.makeKey': endpoint,
  'webhooks.setKey': v.object({ accountId: id, keyId: id, active: v.boolean() }),
  'webhooks.events': v.object({ accountId: id, after }),
  'webhooks.replay': one,
  'webhooks.deliveries': v.object({ accountId: id, endpointId: id, after }),
  'webhooks.retry': one,
  'answers.open': v.object({ text: text(MOST_PASTED), signature: v.nullable(text(4096)) }),
  'answers.fetch': v.object({ url: text(4000) }),
  'insights.get': account,
};
