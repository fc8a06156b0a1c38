// A link looked at, against the real sandbox: by its id alone, without its token, never at a stranger's; what can be read is read even
// where its state cannot.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { readAskedCheck, seenLink, verifyHosts } from '../../../lib/actions/checks/asked.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let link: string;

beforeAll(async () => {
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const apiKey = kayleKeys.main ?? '';
  const { id } = await connectAccount(scene.u, { kind: 'kayle', name: '', baseUrl, apiKey }, 3);
  const asked = await askCheck(
    scene.u,
    {
      accountId: id,
      whom: '',
      site: null,
      claims: [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }],
      redirectUrl: '',
      endpointIds: [],
    },
    Date.now,
  );
  link = asked.link ?? '';
});
afterAll(() => scene.close());

/** The sandbox answers at an address of this computer; only the browser knows its name. */
const reachable = (seen: ReturnType<typeof seenLink>) =>
  seen.kind === 'check' ? { ...seen, origin: scene.sandbox.json.kayle } : seen;

it('hosts of the account’s own server are no strangers, and the token stays behind', async () => {
  const hosts = await verifyHosts(scene.u);
  expect(hosts).toEqual([new URL(link).host]);
  const seen = seenLink(link, hosts);
  expect(seen).toMatchObject({ kind: 'check', official: false, host: new URL(link).host });
  const token = new URL(link).searchParams.get('cancel_token') ?? '';
  expect(token).not.toBe('');
  expect(JSON.stringify(seen)).not.toContain(token);
});

it('reads what is asked and how it stands, without a key', async () => {
  const before = scene.sandbox.world.journal.list().length;
  const { asked, status } = await readAskedCheck(reachable(seenLink(link, [new URL(link).host])));
  expect(asked.claims.map(({ claim }) => claim)).toContain('age_over_18');
  expect(asked.organization.name).toBe('Corner Shop');
  expect(status?.status).toBe('created');
  const sent = scene.sandbox.world.journal.list().slice(before);
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
  expect(JSON.stringify(sent)).not.toMatch(/kk_|cancel_token/);
});

it('a state that cannot be read is not known, and the rest is', async () => {
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '*/status',
    times: 1,
    after: false,
    act: { kind: 'html', status: 502 },
  });
  const { asked, status } = await readAskedCheck(reachable(seenLink(link, [new URL(link).host])));
  expect(asked.sessionId).toBe(new URL(link).pathname.slice(1));
  expect(status).toBeNull();
});

it('a stranger is not spoken to', async () => {
  const before = scene.sandbox.world.journal.list().length;
  expect(await failure(readAskedCheck(seenLink(link, [])))).toMatchObject({ code: 'forbidden' });
  expect(await failure(readAskedCheck(seenLink('https://shop.example/', [])))).toMatchObject({
    code: 'forbidden',
  });
  expect(scene.sandbox.world.journal.list()).toHaveLength(before);
});
