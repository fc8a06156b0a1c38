// anon.li's vault while others change it: a new password, a reset, another vault, another account behind the key. What was
// sealed stays readable or stays closed; it is never garbled, and what is stale shows before anything is written.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Provider } from '../../../lib/providers/provider.ts';
import { HOUSE_PASSWORD } from '../../sandbox/anonli/house-vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { aliasesOf, connect } from './anonli-account.ts';
import { failure } from './errors.ts';

const SLOW = 60_000;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.world.reset();
  sandbox.world.state.settings.anonli.burst = false;
});

const house = () => {
  const [user] = [...sandbox.world.state.anonli.users.values()];
  if (user === undefined) throw new Error('no account');
  return user;
};
const setVault = async (vault: { password: string } | null): Promise<void> => {
  const path = `${sandbox.json.admin}/anonli/users/${house().id}`;
  const response = await fetch(path, { method: 'PATCH', body: JSON.stringify({ vault }) });
  expect(response.status).toBe(200);
};
const withKey = (key: string) => connect(sandbox, { vault: { key } }) as Required<Provider>;

async function labelled() {
  const { vault } = connect(sandbox) as Required<Provider>;
  const opened = await vault.unlock(HOUSE_PASSWORD);
  const { aliases, labels } = withKey(opened.key);
  const made = await aliases.create({ site: null });
  const id = made.remoteId ?? '';
  await labels.set(id, { label: 'Grüße', note: 'kept' });
  const sealed = async () => (await aliasesOf(withKey(opened.key)).get(id)).sealed ?? { label: '', note: '' };
  return { vault, opened, id, sealed, labels };
}

describe('a new password', () => {
  test('keeps the labels, and shows that the vault was changed', { timeout: SLOW }, async () => {
    const { vault, opened, id, sealed } = await labelled();
    // Of letters that are composed differently on another keyboard: taken as typed.
    const password = 'Größe, composed ò';
    await setVault({ password });
    expect(await vault.isCurrent(opened)).toBe(false);
    expect((await failure(vault.unlock(HOUSE_PASSWORD))).code).toBe('wrong-passphrase');
    const again = await vault.unlock(password);
    expect(again).toMatchObject({ key: opened.key, vaultId: opened.vaultId, generation: 2 });
    expect(await vault.isCurrent(again)).toBe(true);
    expect(withKey(again.key).labels.open(id, await sealed())).toEqual({ label: 'Grüße', note: 'kept' });
  });
});

describe('a reset', () => {
  test('leaves what was sealed closed, and another vault does not open it', { timeout: SLOW }, async () => {
    const { vault, opened, id, sealed } = await labelled();
    await setVault(null);
    expect(await vault.isCurrent(opened)).toBe(false);
    expect(await failure(vault.unlock(HOUSE_PASSWORD))).toMatchObject({
      code: 'not-found',
      detail: { what: 'vault' },
    });
    await setVault({ password: HOUSE_PASSWORD });
    expect(await vault.isCurrent(opened)).toBe(false);
    const other = await vault.unlock(HOUSE_PASSWORD);
    expect(other.generation).toBe(1);
    expect(other.vaultId).not.toBe(opened.vaultId);
    expect(other.key).not.toBe(opened.key);
    const before = await sealed();
    const { labels } = withKey(other.key);
    expect(labels.open(id, before)).toEqual({ label: null, note: null });
    // One text is replaced on purpose; the other keeps its envelope to the byte.
    await labels.set(id, { label: 'new' });
    const after = await sealed();
    expect(after.note).toBe(before.note);
    expect(labels.open(id, after)).toEqual({ label: 'new', note: null });
  });
});

test('texts in a scheme of later times are closed, whatever they hold', async () => {
  const { labels } = connect(sandbox) as Required<Provider>;
  expect(labels.open('c1', { label: null, note: null, unknown: true })).toEqual({ label: null, note: null });
});

test('whose account it is, is told with the plan', async () => {
  const { quota } = connect(sandbox) as Required<Provider>;
  expect((await quota.read()).holder).toEqual({ id: house().id, email: house().email });
});

test('where a refusal does not say so, a good key tells that it was the password', {
  timeout: SLOW,
}, async () => {
  sandbox.world.faults.add({
    method: 'POST',
    path: '*/vault/unlock',
    times: 1,
    after: false,
    act: { kind: 'status', status: 401, body: { error: 'Unauthorized' } },
  });
  const { vault } = connect(sandbox) as Required<Provider>;
  expect((await failure(vault.unlock(HOUSE_PASSWORD))).code).toBe('wrong-passphrase');
});
