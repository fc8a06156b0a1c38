// Recipients, domains and the plan of an anon.li account: asked, kept sealed for later, changed there and looked at again; what an
// account cannot have is said, and forgotten with it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import {
  askDestinations,
  changeDestinations,
  domainName,
  fetchDestinations,
  readQuota,
} from '../../../lib/actions/destinations.ts';
import { allKnownDestinations, knownDestinations } from '../../../lib/actions/known-destinations.ts';
import { removeAccount } from '../../../lib/actions/remove-account.ts';
import type { AccountView } from '../../../lib/model.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let anonli: AccountView;

beforeAll(async () => {
  scene = await setScene();
  anonli = await connectAccount(
    scene.u,
    {
      kind: 'anonli',
      name: 'anon.li',
      baseUrl: scene.sandbox.json.anonli,
      apiKey: scene.sandbox.json.anonliKey,
      vaultPassword: null,
    },
    3,
  );
});
afterAll(() => scene.close());

describe('recipients and domains', () => {
  it('are kept as they were seen, and again after each change', async () => {
    const { u } = scene;
    expect(await knownDestinations(u, anonli.id)).toBeNull();
    const first = await fetchDestinations(u, anonli.id, 10);
    expect(first.recipients.map(({ isDefault }) => isDefault)).toEqual([true]);
    expect(await knownDestinations(u, anonli.id)).toEqual(first);

    const added = await changeDestinations(u, anonli.id, 20, (slot) =>
      slot.addRecipient('Second@Mail.example'),
    );
    expect(added).toMatchObject({ email: 'second@mail.example', verified: false });
    const known = await knownDestinations(u, anonli.id);
    expect(known?.seenAt).toBe(20);
    expect(known?.recipients.map(({ email }) => email)).toContain('second@mail.example');
    expect(await allKnownDestinations(u)).toEqual([known]);
  });

  it('show what to publish for a domain', async () => {
    const { u } = scene;
    const { remoteId } = await changeDestinations(u, anonli.id, 30, (slot) => slot.addDomain('own.example'));
    const { records } = await askDestinations(u, anonli.id, (slot) => slot.domainRecords(remoteId));
    expect(records.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['ownership', 'mx', 'spf']));
    await changeDestinations(u, anonli.id, 40, (slot) => slot.removeDomain(remoteId));
    expect((await knownDestinations(u, anonli.id))?.domains).toEqual([]);
  });

  it('stay changed, and the change known, though the list cannot be fetched afterwards', async () => {
    const { u, sandbox } = scene;
    const before = await fetchDestinations(u, anonli.id, 40);
    sandbox.world.faults.add({
      path: '/anonli/api/v1/recipient',
      method: 'GET',
      times: 3,
      after: false,
      act: { kind: 'status', status: 500 },
    });
    const { email } = await changeDestinations(u, anonli.id, 50, (slot) =>
      slot.addRecipient('third@mail.example'),
    );
    expect(email).toBe('third@mail.example');
    expect(await knownDestinations(u, anonli.id)).toEqual(before);
    sandbox.world.faults.clear();
  });

  it('tell a key of an organisation, which acts as a member, from a personal one', async () => {
    const { u, sandbox } = scene;
    const [user] = sandbox.world.state.anonli.users.keys();
    const body = JSON.stringify({ user, organisation: 'subscribed' });
    const made = await fetch(`${sandbox.json.admin}/anonli/keys`, { method: 'POST', body });
    const { key: apiKey } = (await made.json()) as { key: string };
    const baseUrl = sandbox.json.anonli;
    const draft = { kind: 'anonli' as const, name: 'Ours', baseUrl, apiKey, vaultPassword: null };
    const member = await connectAccount(u, draft, 4);
    expect((await fetchDestinations(u, member.id, 60)).organisation).toBe(true);
    expect((await fetchDestinations(u, anonli.id, 60)).organisation).toBe(false);
    await removeAccount(u, member.id);
  });

  it('are refused where an account forwards nothing', async () => {
    await expect(fetchDestinations(scene.u, scene.local.id, 1)).rejects.toMatchObject({
      code: 'unsupported',
    });
    await expect(readQuota(scene.u, scene.aliaskit.id)).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('are forgotten with their account', async () => {
    await removeAccount(scene.u, anonli.id);
    expect(await allKnownDestinations(scene.u)).toEqual([]);
  });
});

describe('a domain as it is typed', () => {
  it.each([
    ['own.example', 'own.example'],
    ['  Own.Example ', 'own.example'],
    ['müller.example', 'xn--mller-kva.example'],
    ['own.example.', 'own.example'],
  ])('%j is %s', (typed, name) => expect(domainName(typed)).toBe(name));

  it.each([
    '',
    'own',
    'own example',
    'https://own.example',
    'own.example/path',
    'me@own.example',
    '10.0.0.1',
    'own.example:25',
  ])('%j is none', (typed) =>
    expect(() => domainName(typed)).toThrow(expect.objectContaining({ code: 'rejected' })),
  );
});
