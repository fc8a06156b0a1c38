// A scene for tests of sealed answers: an account at the sandbox with an endpoint whose key is here, checks asked and answered, and what
// the receiver got. Leans on scene.ts and on our own actions; replaces no module of ours.
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { listLedger } from '../../../lib/actions/checks/ledger.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { EndpointRef } from '../../../lib/actions/webhooks/endpoint-keys.ts';
import { createEndpoint } from '../../../lib/actions/webhooks/endpoints.ts';
import { openAnswers } from '../../../lib/actions/webhooks/open-answers.ts';
import { makeKey } from '../../../lib/actions/webhooks/opening.ts';
import type { LedgerView } from '../../../lib/ledger.ts';
import type { AnswerView } from '../../../lib/webhook-view.ts';
import { type Scene, setScene } from './scene.ts';

const EVENTS = ['succeeded', 'failed', 'expired', 'cancelled'].map((word) => `verification.session.${word}`);

export interface AnswerScene extends Scene {
  accountId: string;
  /** Delivers to box `a`. */
  ref: EndpointRef;
  /** One more, with a key of its own. */
  endpoint(box: string): Promise<EndpointRef>;
  ask(endpointIds?: string[]): Promise<LedgerView>;
  phone(entry: Answerable, act: object): Promise<void>;
  /** The last that a box got. */
  got(box?: string): { jwe: string; signature: string };
  open(text: string, signature?: string | null, at?: number): Promise<AnswerView[]>;
  lineOf(entry: { id: string }): Promise<LedgerView | undefined>;
}

type Answerable = { check: { remoteId: string } | null };

export async function setAnswerScene(): Promise<AnswerScene> {
  const scene = await setScene();
  const { u, sandbox } = scene;
  const { kayle: baseUrl, kayleKeys, kayleReceiver, admin } = sandbox.json;
  const apiKey = kayleKeys.main ?? '';
  const accountId = (await connectAccount(u, { kind: 'kayle', name: '', baseUrl, apiKey }, 3)).id;
  const endpoint = async (box: string): Promise<EndpointRef> => {
    const url = `${kayleReceiver}/${box}`;
    const draft = { url, name: '', labels: [], eventTypes: EVENTS, retentionHours: 72 as const };
    const { remoteId } = await createEndpoint(u, accountId, draft, Date.now());
    const made = { accountId, endpointId: remoteId };
    await makeKey(u, made, Date.now());
    return made;
  };
  const ref = await endpoint('a');
  const claims = [
    { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' },
    { claim: 'nationality_code', required: false, reason: 'Knives are not sent everywhere.' },
  ];
  return {
    ...scene,
    accountId,
    ref,
    endpoint,
    ask: (endpointIds = [ref.endpointId]) =>
      askCheck(u, { accountId, whom: 'Robin', site: null, claims, redirectUrl: '', endpointIds }, Date.now),
    async phone({ check }, act) {
      const response = await fetch(`${admin}/kayle/sessions/${check?.remoteId}/phone`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    got(box = 'a') {
      const row = sandbox.world.state.kayle.received.filter((one) => one.box === box).at(-1);
      if (row === undefined) throw new Error('nothing received');
      return { jwe: row.body, signature: row.headers['x-kayle-signature'] ?? '' };
    },
    open: (text, signature = null, at = Date.now()) => openAnswers(u, text, signature, () => at),
    lineOf: async ({ id }) => (await listLedger(u)).find((entry) => entry.id === id),
  };
}

export function only([view, ...rest]: AnswerView[]): AnswerView {
  if (view === undefined || rest.length > 0) throw new Error('not one answer');
  return view;
}

/** Whether it opened, or why not, and what its signature proves. */
export const kindsOf = ({ opened }: AnswerView): [string, string] => [
  opened.kind === 'opened' ? 'opened' : opened.why,
  opened.signature.kind,
];
