// Opened answers in the ledger: by the service's own clock, on the line of their check wherever that was made, safe from a look at the
// same time, and gone with a withdrawal.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetCheck, listLedger } from '../../../lib/actions/checks/ledger.ts';
import { refreshCheck } from '../../../lib/actions/checks/look.ts';
import { adoptCheck } from '../../../lib/actions/checks/lost-check.ts';
import { openAnswers } from '../../../lib/actions/webhooks/open-answers.ts';
import { failure } from '../providers/errors.ts';
import { type AnswerScene, kindsOf, only, setAnswerScene } from './answer-scene.ts';

let scene: AnswerScene;
beforeAll(async () => {
  scene = await setAnswerScene();
});
afterAll(() => scene.close());

it('a service whose clock is an hour off is known by the check it made', async () => {
  scene.sandbox.world.state.clockOffset += 3_600_000;
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed' });
  scene.sandbox.world.state.clockOffset -= 3_600_000;
  const { jwe, signature } = scene.got();
  expect(kindsOf(only(await scene.open(jwe, signature)))).toEqual(['opened', 'fresh']);
  await forgetCheck(entry.id);
  expect(kindsOf(only(await scene.open(jwe, signature)))).toEqual(['opened', 'ahead']);
});

it('a withdrawal takes back what was noted, and an older answer does not bring it back', async () => {
  const entry = await scene.ask();
  const { kayle: state } = scene.sandbox.world.state;
  state.boxStatus.set('a', 500);
  await scene.phone(entry, { act: 'succeed' });
  state.boxStatus.delete('a');
  const jwe = [...state.deliveries.values()].at(-1)?.jwe ?? '';
  const secret = state.endpoints.get(scene.ref.endpointId)?.secret ?? '';
  const seconds = Math.floor(Date.now() / 1000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${jwe}`).digest('hex');
  const succeeded = () => scene.open(jwe, `t=${seconds},v1=${mac}`).then(only);
  expect((await succeeded()).entry?.answer?.claims).toHaveLength(2);

  await scene.phone(entry, { act: 'withdraw' });
  const withdrawn = only(await scene.open(scene.got().jwe, scene.got().signature));
  expect(withdrawn.opened).toMatchObject({ answer: { type: 'cancelled', claims: [] } });
  expect((await scene.lineOf(entry))?.answer).toMatchObject({
    claims: [],
    cancelReason: expect.stringMatching(/^privacy_/),
  });
  expect(await succeeded()).toMatchObject({ kept: false, before: null });
  expect((await scene.lineOf(entry))?.answer?.claims).toEqual([]);
});

it('an answer to a check made elsewhere gets a line of its own', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'fail', code: 'liveness_failed' });
  await forgetCheck(entry.id);
  const { jwe, signature } = scene.got();
  const view = only(await scene.open(jwe, signature));
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
  await failure(scene.ask());
  const lost = (await listLedger(scene.u)).find(({ check }) => check === null);
  const remoteId = [...scene.sandbox.world.state.kayle.sessions.keys()].at(-1) ?? '';
  const answers = scene.sandbox.world.state.kayle.received.length;
  await scene.phone({ check: { remoteId } }, { act: 'succeed' });
  expect(scene.sandbox.world.state.kayle.received).toHaveLength(answers + 1);
  const { jwe, signature } = scene.got();
  expect(only(await scene.open(jwe, signature)).entry?.origin).toBe('elsewhere');
  await adoptCheck(scene.u, lost?.id ?? '', remoteId, Date.now());
  const lines = (await listLedger(scene.u)).filter(({ check }) => check?.remoteId === remoteId);
  expect(lines).toMatchObject([{ whom: 'Robin', origin: 'adopted', answer: { type: 'succeeded' } }]);
});

it('noted while its check is being looked at, an answer stays', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed' });
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '*/sessions/*',
    times: 1,
    after: false,
    act: { kind: 'latency', ms: 1000 },
  });
  const looked = refreshCheck(scene.u, entry.id, Date.now());
  const { jwe, signature } = scene.got();
  await scene.open(jwe, signature);
  await looked;
  expect((await scene.lineOf(entry))?.answer?.type).toBe('succeeded');
});

it('opened in two windows at once, an answer to a check made elsewhere stays on its line', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed' });
  await forgetCheck(entry.id);
  const { jwe, signature } = scene.got();
  await Promise.all([scene.open(jwe, signature), scene.open(jwe, signature), scene.open(jwe, signature)]);
  const lines = (await listLedger(scene.u)).filter(({ check }) => check?.remoteId === entry.check?.remoteId);
  expect(lines).toMatchObject([{ origin: 'elsewhere', answer: { type: 'succeeded' } }]);
});

it('an answer opened after the hour, to a check last seen open: its line says completed, not expired', async () => {
  const entry = await scene.ask();
  await scene.phone(entry, { act: 'succeed' });
  const { jwe, signature } = scene.got();
  const later = Date.now() + 2 * 3_600_000;
  const [view] = await openAnswers(scene.u, jwe, signature, () => later);
  expect(view?.entry?.check?.status).toBe('succeeded');
});
