// Sealed answers from the real sandbox, opened and noted: the right endpoint's keys and secrets, a replay seen as one, a withdrawal
// respected, and nothing noted that does not prove who sent it.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptCheck, askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { forgetCheck, listLedger, refreshCheck } from '../../../lib/actions/checks/ledger.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { EndpointRef } from '../../../lib/actions/webhooks/endpoint-keys.ts';
import { createEndpoint, removeEndpoint } from '../../../lib/actions/webhooks/endpoints.ts';
import { fetchAnswers, openAnswers } from '../../../lib/actions/webhooks/open-answers.ts';
import { makeKey, rotateSecret } from '../../../lib/actions/webhooks/opening.ts';
import type { LedgerView } from '../../../lib/ledger.ts';
import type { AnswerView } from '../../../lib/webhook-view.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let accountId: string;
let ref: EndpointRef;
const EVENTS = ['succeeded', 'failed', 'expired', 'cancelled'].map((word) => `verification.session.${word}`);

beforeAll(async () => {
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const apiKey = kayleKeys.main ?? '';
  accountId = (await connectAccount(scene.u, { kind: 'kayle', name: '', baseUrl, apiKey }, 3)).id;
  ref = await endpoint('a');
});
afterAll(() => scene.close());

async function endpoint(box: string): Promise<EndpointRef> {
  const url = `${scene.sandbox.json.kayleReceiver}/${box}`;
  const draft = { url, name: '', labels: [], eventTypes: EVENTS, retentionHours: 72 } as const;
  const { remoteId } = await createEndpoint(
    scene.u,
    accountId,
    { ...draft, labels: [...draft.labels] },
    Date.now(),
  );
  const made = { accountId, endpointId: remoteId };
  await makeKey(scene.u, made, Date.now());
  return made;
}

const ask = (over: { endpointIds?: string[] } = {}): Promise<LedgerView> =>
  askCheck(
    scene.u,
    {
      accountId,
      whom: 'Robin',
      site: null,
      claims: [
        { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' },
        { claim: 'nationality_code', required: false, reason: 'Knives are not sent everywhere.' },
      ],
      redirectUrl: '',
      endpointIds: [ref.endpointId],
      ...over,
    },
    Date.now,
  );

async function phone(entry: { check: { remoteId: string } | null }, act: object): Promise<void> {
  const response = await fetch(`${scene.sandbox.json.admin}/kayle/sessions/${entry.check?.remoteId}/phone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  });
  if (!response.ok) throw new Error(await response.text());
}

const got = (box = 'a') => {
  const all = scene.sandbox.world.state.kayle.received.filter((row) => row.box === box);
  const row = all.at(-1);
  if (row === undefined) throw new Error('nothing received');
  return { jwe: row.body, signature: row.headers['x-kayle-signature'] ?? '' };
};
const open = (text: string, signature: string | null = null, at = Date.now()) =>
  openAnswers(scene.u, text, signature, () => at);
const only = ([view, ...rest]: AnswerView[]): AnswerView => {
  if (view === undefined || rest.length > 0) throw new Error('not one answer');
  return view;
};
const lineOf = async ({ id }: LedgerView) => (await listLedger(scene.u)).find((entry) => entry.id === id);
const kindsOf = ({ opened }: AnswerView) => [
  opened.kind === 'opened' ? 'opened' : opened.why,
  opened.signature.kind,
];

it('asked, answered, opened: only what was chosen, and the ledger is whole', async () => {
  const entry = await ask();
  await phone(entry, { act: 'succeed', holder: { date_of_birth: '2015-01-01' } });
  const { jwe, signature } = got();
  const view = only(await open(jwe, signature));
  expect(kindsOf(view)).toEqual(['opened', 'fresh']);
  expect(view).toMatchObject({ before: null, kept: true, entry: { id: entry.id, whom: 'Robin' } });
  expect(view.entry).not.toHaveProperty('cancelToken');
  const line = await lineOf(entry);
  expect(line?.check?.status).toBe('succeeded');
  expect(line?.answer?.claims.find(({ claim }) => claim === 'age_over_18')?.value).toBe(false);
  expect(line?.answer?.claims.map(({ claim }) => claim)).not.toContain('nationality_code');
});

it('opened a second time it is the same answer, and noted once', async () => {
  const entry = await ask();
  await phone(entry, { act: 'succeed' });
  const { jwe, signature } = got();
  const text = `X-Kayle-Signature: ${signature}\n\n${jwe}`;
  const first = Date.now();
  await open(text, null, first);
  const again = only(await open(text, null, first + 3_600_000));
  expect(kindsOf(again)).toEqual(['opened', 'old']);
  expect(again).toMatchObject({ before: first, kept: true });
  expect((await lineOf(entry))?.answer?.openedAt).toBe(first);
});

describe('shown, and noted nowhere', () => {
  it.each([
    ['without a signature', () => null, 'absent'],
    ['with what is no signature', () => 'yes', 'malformed'],
    ['with the signature of another answer', (other: string) => other, 'wrong'],
  ])('%s', async (_, signature, kind) => {
    const other = await ask();
    await phone(other, { act: 'succeed' });
    const theirs = got().signature;
    const entry = await ask();
    await phone(entry, { act: 'succeed' });
    const view = only(await open(got().jwe, signature(theirs)));
    expect(view.opened.signature.kind).toBe(kind);
    expect(view.kept).toBe(false);
    expect(await lineOf(entry)).not.toHaveProperty('answer');
  });

  it('signed by the secret of another endpoint', async () => {
    const second = await endpoint('b');
    const entry = await ask({ endpointIds: [ref.endpointId, second.endpointId] });
    await phone(entry, { act: 'succeed' });
    const view = only(await open(got('a').jwe, got('b').signature));
    expect(kindsOf(view)).toEqual(['forged', 'wrong']);
    expect(only(await open(got('b').jwe, got('b').signature)).kept).toBe(true);
  });

  it('signed after the secret was replaced', async () => {
    const third = await endpoint('c');
    const entry = await ask({ endpointIds: [third.endpointId] });
    await phone(entry, { act: 'succeed' });
    // Replaced long before, by our clock: a thief of the old one signs now.
    await rotateSecret(scene.u, third, Date.now() - 3_600_000);
    const view = only(await open(got('c').jwe, got('c').signature));
    expect(kindsOf(view)).toEqual(['opened', 'former']);
    expect(view.kept).toBe(false);
  });
});

it('a service whose clock is an hour off is known by the check it made', async () => {
  scene.sandbox.world.state.clockOffset += 3_600_000;
  const entry = await ask();
  await phone(entry, { act: 'succeed' });
  scene.sandbox.world.state.clockOffset -= 3_600_000;
  const { jwe, signature } = got();
  expect(kindsOf(only(await open(jwe, signature)))).toEqual(['opened', 'fresh']);
  await forgetCheck(entry.id);
  expect(kindsOf(only(await open(jwe, signature)))).toEqual(['opened', 'ahead']);
});

it('a withdrawal takes back what was noted, and an older answer does not bring it back', async () => {
  const entry = await ask();
  const { kayle: state } = scene.sandbox.world.state;
  state.boxStatus.set('a', 500);
  await phone(entry, { act: 'succeed' });
  state.boxStatus.delete('a');
  const jwe = [...state.deliveries.values()].at(-1)?.jwe ?? '';
  const secret = state.endpoints.get(ref.endpointId)?.secret ?? '';
  const seconds = Math.floor(Date.now() / 1000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${jwe}`).digest('hex');
  const succeeded = () => open(jwe, `t=${seconds},v1=${mac}`).then(only);
  expect((await succeeded()).entry?.answer?.claims).toHaveLength(2);

  await phone(entry, { act: 'withdraw' });
  const withdrawn = only(await open(got().jwe, got().signature));
  expect(withdrawn.opened).toMatchObject({ answer: { type: 'cancelled', claims: [] } });
  expect((await lineOf(entry))?.answer).toMatchObject({
    claims: [],
    cancelReason: expect.stringMatching(/^privacy_/),
  });
  expect(await succeeded()).toMatchObject({ kept: false, before: null });
  expect((await lineOf(entry))?.answer?.claims).toEqual([]);
});

it('an answer to a check made elsewhere gets a line of its own', async () => {
  const entry = await ask();
  await phone(entry, { act: 'fail', code: 'liveness_failed' });
  await forgetCheck(entry.id);
  const { jwe, signature } = got();
  const view = only(await open(jwe, signature));
  expect(view.entry).toMatchObject({ origin: 'elsewhere', answer: { failureCode: 'liveness_failed' } });
});

it('an answer to a check whose creation was lost goes to its line when that is found', async () => {
  scene.sandbox.world.faults.add({
    method: 'POST',
    path: '*/sessions',
    times: 1,
    after: true,
    act: { kind: 'drop' },
  });
  await failure(ask());
  const lost = (await listLedger(scene.u)).find(({ check }) => check === null);
  const remoteId = [...scene.sandbox.world.state.kayle.sessions.keys()].at(-1) ?? '';
  const answers = scene.sandbox.world.state.kayle.received.length;
  await phone({ check: { remoteId } }, { act: 'succeed' });
  expect(scene.sandbox.world.state.kayle.received).toHaveLength(answers + 1);
  const { jwe, signature } = got();
  expect(only(await open(jwe, signature)).entry?.origin).toBe('elsewhere');
  await adoptCheck(scene.u, lost?.id ?? '', remoteId, Date.now());
  const lines = (await listLedger(scene.u)).filter(({ check }) => check?.remoteId === remoteId);
  expect(lines).toMatchObject([{ whom: 'Robin', origin: 'adopted', answer: { type: 'succeeded' } }]);
});

it('noted while its check is being looked at, an answer stays', async () => {
  const entry = await ask();
  await phone(entry, { act: 'succeed' });
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '*/sessions/*',
    times: 1,
    after: false,
    act: { kind: 'latency', ms: 300 },
  });
  const looked = refreshCheck(scene.u, entry.id, Date.now());
  const { jwe, signature } = got();
  await open(jwe, signature);
  await looked;
  expect((await lineOf(entry))?.answer?.type).toBe('succeeded');
});

it('what is no sealed answer, or a part of one, or too much, stays closed in words', async () => {
  const { jwe, signature } = got();
  expect(kindsOf(only(await open('Hello')))[0]).toBe('malformed');
  expect(kindsOf(only(await open(jwe.slice(0, -40), signature)))[0]).toBe('malformed');
  expect(kindsOf(only(await open('x'.repeat(1024 * 1024 + 1))))[0]).toBe('too-large');
  const [, ...rest] = jwe.split('.');
  const foreign = Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"else"}').toString('base64url');
  expect(kindsOf(only(await open([foreign, ...rest].join('.'), signature)))[0]).toBe('no-key');
});

describe('fetched from the receiver', () => {
  it('everything it kept, in its order; keys of a deleted endpoint still open', async () => {
    await removeEndpoint(scene.u, ref);
    const all = await fetchAnswers(scene.u, `${scene.sandbox.json.kayleReceiver}/a`, Date.now);
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all.map(({ opened }) => opened.kind))).toEqual(new Set(['opened']));
  });

  it('an empty one is no trouble; a redirect, plain http elsewhere, and a closed door are', async () => {
    const { kayleReceiver } = scene.sandbox.json;
    expect(await fetchAnswers(scene.u, `${kayleReceiver}/empty`, Date.now)).toEqual([]);
    expect((await failure(fetchAnswers(scene.u, `${kayleReceiver}/a/moved`, Date.now))).code).toBe(
      'unreachable',
    );
    expect((await failure(fetchAnswers(scene.u, 'http://hooks.example/a', Date.now))).code).toBe(
      'insecure-url',
    );
    expect((await failure(fetchAnswers(scene.u, 'javascript:alert(1)', Date.now))).code).toBe('rejected');
  });
});
