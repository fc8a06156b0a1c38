// The part of our own pages' calls that is about webhooks, sealed answers and figures, one line a call. Leans on lib/actions/webhooks;
// decides nothing. What changed an endpoint is announced, so that every open page looks again.
import { openWebhooks } from '../../../lib/actions/webhooks/endpoint-keys.ts';
import {
  createEndpoint,
  editEndpoint,
  getEndpoint,
  listEndpoints,
  removeEndpoint,
} from '../../../lib/actions/webhooks/endpoints.ts';
import { fetchAnswers, openAnswers } from '../../../lib/actions/webhooks/open-answers.ts';
import { makeKey, revealSecret, rotateSecret, setKeyActive } from '../../../lib/actions/webhooks/opening.ts';
import { readInsights, readRights } from '../../../lib/actions/webhooks/rights.ts';
import { toWire, type WireError } from '../../../lib/error.ts';
import type { WebhookCalls } from '../../../lib/messages/app/webhooks.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked, type Unlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

/** Also after a failure: a change whose answer was lost may have happened. */
async function change<Result>(work: (u: Unlocked) => Promise<Result>): Promise<Result> {
  const u = await requireUnlocked();
  return work(u).finally(() => announce('hooks'));
}

/** Opening notes answers in the ledger. */
async function opening<Result>(work: (u: Unlocked) => Promise<Result>): Promise<Result> {
  const u = await requireUnlocked();
  return work(u).finally(() => announce('checks'));
}

const slotOf = async (accountId: string) => openWebhooks(await requireUnlocked(), accountId);
const nothing = () => ({});

export const webhookCalls: Handlers<WebhookCalls, AppSender> = {
  'webhooks.scopes': async ({ accountId }) => ({
    scopes: await readRights(await requireUnlocked(), accountId, Date.now()),
  }),
  'webhooks.list': async ({ accountId }) => ({
    endpoints: await listEndpoints(await requireUnlocked(), accountId),
  }),
  'webhooks.get': async (ref) => ({ endpoint: await getEndpoint(await requireUnlocked(), ref) }),
  'webhooks.create': ({ accountId, draft, key }) =>
    change(async (u) => {
      const { remoteId: endpointId } = await createEndpoint(u, accountId, draft, Date.now());
      let keyTrouble: WireError | null = null;
      // The endpoint is there either way; its health says what is missing.
      if (key)
        await makeKey(u, { accountId, endpointId }, Date.now()).catch((error: unknown) => {
          keyTrouble = toWire(error);
        });
      return { endpointId, keyTrouble };
    }),
  'webhooks.edit': ({ edit, ...ref }) => change((u) => editEndpoint(u, ref, edit)).then(nothing),
  'webhooks.remove': (ref) => change((u) => removeEndpoint(u, ref)).then(nothing),
  'webhooks.reveal': (ref) => change(async (u) => ({ secret: await revealSecret(u, ref, Date.now()) })),
  'webhooks.rotate': (ref) => change(async (u) => ({ secret: await rotateSecret(u, ref, Date.now()) })),
  'webhooks.makeKey': (ref) => change((u) => makeKey(u, ref, Date.now())).then(nothing),
  'webhooks.setKey': ({ accountId, keyId, active }) =>
    change((u) => setKeyActive(u, accountId, keyId, active)).then(nothing),
  'webhooks.events': async ({ accountId, after }) =>
    (await slotOf(accountId)).events({ after: after ?? undefined, limit: 25 }),
  'webhooks.replay': ({ accountId, id }) =>
    change(async () => ({ event: await (await slotOf(accountId)).replay(id) })),
  'webhooks.deliveries': async ({ accountId, endpointId, after }) =>
    (await slotOf(accountId)).deliveries({ endpointId, after: after ?? undefined, limit: 25 }),
  'webhooks.retry': ({ accountId, id }) =>
    change(async () => ({ delivery: await (await slotOf(accountId)).retry(id) })),
  'answers.open': ({ text, signature }) =>
    opening(async (u) => ({ answers: await openAnswers(u, text, signature, Date.now) })),
  'answers.fetch': ({ url }) => opening(async (u) => ({ answers: await fetchAnswers(u, url, Date.now) })),
  'insights.get': async ({ accountId }) => ({
    insights: await readInsights(await requireUnlocked(), accountId),
  }),
};
