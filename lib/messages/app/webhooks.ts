// What our own pages may ask about webhooks, sealed answers and figures. Types alone; part of AppCalls in contract.ts, which only our
// own full pages may use. No private key goes out; a signing secret does only where it was asked for by name.
import type { CheckEvent, CheckInsights, Delivery } from '../../check.ts';
import type { WireError } from '../../error.ts';
import type { AnswerView, EndpointDraft, EndpointEdit, EndpointView, Page } from '../../webhook-view.ts';
import type { Call } from '../call.ts';

type Done = Record<string, never>;
type Endpoint = { accountId: string; endpointId: string };

export interface WebhookCalls {
  /** What the account's key may do, found out by requests that change nothing. Errors: `set-up` (frozen), `unauthorized`. */
  'webhooks.scopes': Call<{ accountId: string }, { scopes: Record<string, boolean> }>;
  'webhooks.list': Call<{ accountId: string }, { endpoints: EndpointView[] }>;
  /** Errors: `not-found`. */
  'webhooks.get': Call<Endpoint, { endpoint: EndpointView }>;
  /** Makes an endpoint, once; `key`: and a key pair on this device, whose trouble undoes nothing. Errors: `doubtful`, `rejected`. */
  'webhooks.create': Call<
    { accountId: string; draft: EndpointDraft; key: boolean },
    { endpointId: string; keyTrouble: WireError | null }
  >;
  'webhooks.edit': Call<Endpoint & { edit: EndpointEdit }, Done>;
  /** At the service, with its keys and deliveries there; what opens old answers stays here. */
  'webhooks.remove': Call<Endpoint, Done>;
  /** The signing secret, to be put into the user's own receiver; kept here from then on. */
  'webhooks.reveal': Call<Endpoint, { secret: string }>;
  /** A new one; the old one stops at once. */
  'webhooks.rotate': Call<Endpoint, { secret: string }>;
  /** A new key pair, made on this device; becomes the endpoint's one active key. */
  'webhooks.makeKey': Call<Endpoint, Done>;
  /** `keyId`: `whk_…`. Switching one on switches the endpoint's others off. */
  'webhooks.setKey': Call<{ accountId: string; keyId: string; active: boolean }, Done>;
  /** One page; `after` null for the first. */
  'webhooks.events': Call<{ accountId: string; after: string | null }, Page<CheckEvent>>;
  /** Errors: `conflict` where nothing is kept any more. */
  'webhooks.replay': Call<{ accountId: string; id: string }, { event: CheckEvent }>;
  'webhooks.deliveries': Call<Endpoint & { after: string | null }, Page<Delivery>>;
  /** Errors: `conflict` while it is being delivered, and where its answer was deleted. */
  'webhooks.retry': Call<{ accountId: string; id: string }, { delivery: Delivery }>;

  /** Opens every sealed answer in a text; `signature` where it was given apart. Asks the service at most how their checks stand. */
  'answers.open': Call<{ text: string; signature: string | null }, { answers: AnswerView[] }>;
  /** Reads the user's own receiver once. Errors: `insecure-url`, `unreachable` (redirects too), `rejected`, `malformed`. */
  'answers.fetch': Call<{ url: string }, { answers: AnswerView[] }>;

  /** Fourteen days of figures. Errors: `missing-scope`. */
  'insights.get': Call<{ accountId: string }, { insights: CheckInsights }>;
}
