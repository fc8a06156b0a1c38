// @vitest-environment jsdom
// Connecting anon.li: the vault's password goes once to the background and into no draft, a wrong one saves nothing, none at all
// connects with labels closed, and a key of an organisation is told apart before it is saved.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectAnonli } from '../../../components/options/connect-anonli.tsx';
import { AppError } from '../../../lib/error.ts';
import type { AccountView } from '../../../lib/model.ts';
import { serve, type Transport } from './transport.ts';

const account: AccountView = {
  id: 'a',
  kind: 'anonli',
  name: 'anon.li',
  createdAt: 0,
  summary: 'anon.li',
  keyHint: 'abcd',
  hasCardKey: false,
  vaultOpen: true,
  slots: ['aliases', 'labels', 'destinations', 'vault', 'quota'],
};
const KEY = 'ak_0123456789abcdef0123456789abcdef';
const PASSWORD = '  Ünlock my labels ';

let transport: Transport;
const done = vi.fn();
const browserState = () => ({
  access: 'none' as const,
  origins: [],
  commands: [],
  version: '',
  browser: 'chrome' as const,
});

beforeEach(() => {
  Object.assign(fakeBrowser, { permissions: { request: vi.fn(async () => true) } });
});
afterEach(() => {
  cleanup();
  transport.stop();
  done.mockClear();
});

async function fill(password: string) {
  render(<ConnectAnonli onDone={done} onCancel={vi.fn()} />);
  await waitFor(() => expect(transport.asked.some(({ call }) => call === 'draft.get')).toBe(true));
  await fireEvent.input(screen.getByLabelText('API key'), { target: { value: KEY } });
  await fireEvent.input(screen.getByLabelText('Vault password (optional)'), { target: { value: password } });
}
const argsOf = (name: string) => transport.asked.find(({ call }) => call === name)?.args;

it('hands the password over as typed, once, and drafts everything but it', async () => {
  transport = serve({
    'access.changed': browserState,
    'accounts.test': () => ({ scopes: { 'personal-key': true }, count: 3 }),
    'accounts.connect': () => ({ account }),
  });
  await fill(PASSWORD);
  await waitFor(() => expect(transport.drafts.get('account.new.anonli')).toContain(KEY));
  expect([...transport.drafts.values()].join()).not.toContain('labels');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await waitFor(() => expect(done).toHaveBeenCalledWith('anon.li'));
  expect(argsOf('accounts.connect')).toEqual({
    kind: 'anonli',
    name: 'anon.li',
    baseUrl: 'https://anon.li/api/v1',
    apiKey: KEY,
    vaultPassword: PASSWORD,
  });
  expect(argsOf('accounts.test')).toMatchObject({ vaultPassword: null });
});

it('connects without a password, leaving labels closed', async () => {
  transport = serve({
    'access.changed': browserState,
    'accounts.test': () => ({ scopes: {}, count: null }),
    'accounts.connect': () => ({ account: { ...account, vaultOpen: false } }),
  });
  await fill('');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(argsOf('accounts.connect')).toMatchObject({ vaultPassword: null });
});

it('keeps key and password on the screen when the password is wrong', async () => {
  transport = serve({
    'access.changed': browserState,
    'accounts.test': () => ({ scopes: {}, count: 3 }),
    'accounts.connect': () => {
      throw new AppError('wrong-passphrase', { what: 'vault', host: 'anon.li' });
    },
  });
  await fill('not it');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await screen.findByText('That password does not open the vault at anon.li');
  expect(done).not.toHaveBeenCalled();
  expect((screen.getByLabelText('API key') as HTMLInputElement).value).toBe(KEY);
  expect((screen.getByLabelText('Vault password (optional)') as HTMLInputElement).value).toBe('not it');
});

it('says what a key of an organisation cannot do', async () => {
  transport = serve({
    'access.changed': browserState,
    'accounts.test': () => ({ scopes: { 'personal-key': false }, count: 12 }),
  });
  await fill('');
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  await screen.findByText(/key of an organisation/);
  // What was tried is not what stands there now: the good news goes.
  await fireEvent.input(screen.getByLabelText('API key'), { target: { value: `${KEY}0` } });
  await waitFor(() => expect(screen.queryByText(/key of an organisation/)).toBeNull());
});
