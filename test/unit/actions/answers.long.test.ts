// Sealed answers from the real sandbox, opened: the right endpoint's keys and secrets, a replay seen as one, and nothing noted that does
// not prove who sent it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeEndpoint } from '../../../lib/actions/webhooks/endpoints.ts';
import { fetchAnswers } from '../../../lib/actions/webhooks/open-answers.ts';
import { rotateSecret } from '../../../lib/actions/webhooks/opening.ts';
import { failure } from '../providers/errors.ts';
import { type AnswerScene, kindsOf, only, setAnswerScene } from './answer-scene.ts';

let scene: AnswerScene;
beforeAll(async () => {
  scene = await setAnswerScene();
});
afterAll(() => scene.close());

it('asked, answered, opened: only what was chosen, and the ledger is whole', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed', holder: { date_of_birth: '2015-01-01' } });
  const { jwe, signature } = scene.got();
  const view = only(await scene.open(jwe, signature));
  expect(kindsOf(view)).toEqual(['opened', 'fresh']);
  expect(view).toMatchObject({ before: null, kept: true, entry: { id: entry.id, whom: 'Robin' } });
  expect(view.entry).not.toHaveProperty('cancelToken');
  const line = await scene.lineOf(entry);
  expect(line?.check?.status).toBe('succeeded');
  expect(line?.answer?.claims.find(({ claim }) => claim === 'age_over_18')?.value).toBe(false);
  expect(line?.answer?.claims.map(({ claim }) => claim)).not.toContain('nationality_code');
});

it('opened a second time it is the same answer, and noted once', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed' });
  const { jwe, signature } = scene.got();
  const text = `X-Kayle-Signature: ${signature}\n\n${jwe}`;
  const first = Date.now();
  await scene.open(text, null, first);
  const again = only(await scene.open(text, null, first + 3_600_000));
  expect(kindsOf(again)).toEqual(['opened', 'old']);
  expect(again).toMatchObject({ before: first, kept: true });
  expect((await scene.lineOf(entry))?.answer?.openedAt).toBe(first);
});

describe('shown, and noted nowhere', () => {
  it.each([
    ['without a signature', () => null, 'absent'],
    ['with what is no signature', () => 'yes', 'malformed'],
    ['with the signature of another answer', (other: string) => other, 'wrong'],
  ])('%s', async (_, signature, kind) => {
    const other = await scene.ask();
    await scene.phone(other, { act: 'succeed' });
    const theirs = scene.got().signature;
    const entry = await scene.ask();
    await scene.phone(entry, { act: 'succeed' });
    const view = only(await scene.open(scene.got().jwe, signature(theirs)));
    expect(view.opened.signature.kind).toBe(kind);
    expect(view.kept).toBe(false);
    expect(await scene.lineOf(entry)).not.toHaveProperty('answer');
  });

  it('signed by the secret of another endpoint', async () => {
    const second = await scene.endpoint('b');
    const entry = await scene.ask([scene.ref.endpointId, second.endpointId]);
    await scene.phone(entry, { act: 'succeed' });
    const view = only(await scene.open(scene.got('a').jwe, scene.got('b').signature));
    expect(kindsOf(view)).toEqual(['forged', 'wrong']);
    expect(only(await scene.open(scene.got('b').jwe, scene.got('b').signature)).kept).toBe(true);
  });

  it('signed after the secret was replaced', async () => {
    const third = await scene.endpoint('c');
    const entry = await scene.ask([third.endpointId]);
    await scene.phone(entry, { act: 'succeed' });
    // Replaced long before, by our clock: a thief of the old one signs now.
    await rotateSecret(scene.u, third, Date.now() - 3_600_000);
    const view = only(await scene.open(scene.got('c').jwe, scene.got('c').signature));
    expect(kindsOf(view)).toEqual(['opened', 'former']);
    expect(view.kept).toBe(false);
  });
});

it('what is no sealed answer, or a part of one, or too much, stays closed in words', async () => {
  const { jwe, signature } = scene.got();
  expect(kindsOf(only(await scene.open('Hello')))[0]).toBe('malformed');
  expect(kindsOf(only(await scene.open(jwe.slice(0, -40), signature)))[0]).toBe('malformed');
  expect(kindsOf(only(await scene.open('x'.repeat(1024 * 1024 + 1))))[0]).toBe('too-large');
  const [, ...rest] = jwe.split('.');
  const foreign = Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"else"}').toString('base64url');
  expect(kindsOf(only(await scene.open([foreign, ...rest].join('.'), signature)))[0]).toBe('no-key');
});

describe('fetched from the receiver', () => {
  it('everything it kept, in its order; keys of a deleted endpoint still open', async () => {
    await removeEndpoint(scene.u, scene.ref);
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
