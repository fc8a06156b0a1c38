// @vitest-environment jsdom
// Connecting AliasKit: the browser is asked first and for one host only, plain http is refused before anything is sent, a
// key is tried before it is saved, and what was typed is still there after a refusal.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectAliaskit } from '../../../components/options/connect-aliaskit.tsx';
import { placeOf } from '../../../components/state/place.ts';
import { patternOfUrl, patternsOf } from '../../../components/state/site-access.ts';
import { AppError } from '../../../lib/error.ts';
import type { AccountView } from '../../../lib/model.ts';
import { serve, type Transport } from './transport.ts';

let transport: Transport;
let request: ReturnType<typeof vi.fn<(permissions: { origins: string[] }) => Promise<boolean>>>;
const done = vi.fn();

const account: AccountView = {
  id: 'a',
  kind: 'aliaskit',
  name: 'AliasKit',
  createdAt: 0,
  summary: 'api.example',
  keyHint: 'abcd',
  hasCardKey: false,
  vaultOpen: null,
  slots: ['identities', 'inbox'],
};

beforeEach(() => {
  request = vi.fn(async () => true);
  Object.assign(fakeBrowser, { permissions: { request } });
});
afterEach(() => {
  cleanup();
  transport.stop();
  done.mockClear();
});

async function fill(baseUrl: string) {
  render(<ConnectAliaskit onDone={done} onCancel={vi.fn()} />);
  await waitFor(() => expect(transport.asked.some(({ call }) => call === 'draft.get')).toBe(true));
  await fireEvent.input(screen.getByLabelText('API key'), { target: { value: 'ak_live_0123456789' } });
  await fireEvent.input(screen.getByLabelText('Base URL'), { target: { value: baseUrl } });
}
const calls = () => transport.asked.map(({ call }) => call).filter((call) => !call.startsWith('draft.'));

describe('connecting AliasKit', () => {
  it('asks the browser for that host, in the click itself, then tests, then saves', async () => {
    transport = serve({
      'access.changed': () => ({ access: 'none', origins: [], commands: [], version: '', browser: 'chrome' }),
      'accounts.test': () => ({ scopes: {}, count: 3 }),
      'accounts.connect': () => ({ account }),
    });
    await fill('https://api.example/v1/');
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    // No turn of the event loop between the click and the question.
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.example/*'] });
    await waitFor(() => expect(done).toHaveBeenCalledWith('AliasKit'));
    expect(calls()).toEqual(['access.changed', 'accounts.test', 'accounts.connect']);
    expect(transport.asked.find(({ call }) => call === 'accounts.connect')?.args).toMatchObject({
      baseUrl: 'https://api.example/v1',
      cardKey: null,
    });
    expect(transport.drafts.size).toBe(0);
  });

  it('saves nothing when the test fails, and keeps what was typed', async () => {
    transport = serve({
      'access.changed': () => ({ access: 'none', origins: [], commands: [], version: '', browser: 'chrome' }),
      'accounts.test': () => {
        throw new AppError('unauthorized', { host: 'api.example', status: 401 });
      },
    });
    await fill('https://api.example/v1');
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await screen.findByText('api.example does not accept the key');
    expect(calls()).not.toContain('accounts.connect');
    expect((screen.getByLabelText('API key') as HTMLInputElement).value).toBe('ak_live_0123456789');
  });

  it('refuses plain http before anything is asked or sent, unless it is this computer', async () => {
    transport = serve({
      'access.changed': () => ({ access: 'none', origins: [], commands: [], version: '', browser: 'chrome' }),
      'accounts.test': () => ({ scopes: {}, count: 0 }),
    });
    await fill('http://api.example/v1');
    fireEvent.click(screen.getByRole('button', { name: 'Test' }));
    await screen.findByText('That base URL is not secure');
    expect(request).not.toHaveBeenCalled();
    expect(calls()).toEqual([]);
    await fireEvent.input(screen.getByLabelText('Base URL'), {
      target: { value: 'http://127.0.0.1:8080/v1' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Test' }));
    await screen.findByText(/It works/);
    expect(request).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
  });

  it('says so when the user declines the browser’s question', async () => {
    transport = serve();
    request.mockResolvedValue(false);
    await fill('https://api.example/v1');
    fireEvent.click(screen.getByRole('button', { name: 'Test' }));
    await screen.findByText('Moniker may not see api.example');
    expect(calls()).toEqual([]);
  });
});

describe('match patterns', () => {
  it('cover a site and its hosts, and one address alone', () => {
    expect(patternsOf('shop.example')).toEqual(['*://*.shop.example/*']);
    expect(patternsOf('127.0.0.1')).toEqual(['*://127.0.0.1/*']);
    expect(patternsOf('[::1]')).toEqual(['*://[::1]/*']);
    expect(patternsOf('localhost')).toEqual(['*://localhost/*']);
    expect(patternOfUrl('https://api.example:8443/v1')).toBe('https://api.example/*');
    expect(patternOfUrl('ftp://api.example')).toBeNull();
    expect(patternOfUrl('nonsense')).toBeNull();
  });
});

describe('where the popup opens', () => {
  const now = 1_000_000_000;
  it('is where it was left, for a while; a form for as long as it takes; else this site', () => {
    const kept = { tab: 'codes', screen: 'open', id: 'x', at: now - 60_000 };
    expect(placeOf(kept, now)).toEqual({ tab: 'codes', screen: 'open', id: 'x' });
    expect(placeOf({ ...kept, at: now - 3_600_000 }, now)).toEqual({ tab: 'site', screen: 'list', id: '' });
    expect(placeOf({ ...kept, screen: 'new', at: now - 3_600_000 }, now).screen).toBe('new');
    expect(placeOf({ ...kept, tab: 'nowhere' }, now).tab).toBe('site');
  });
});
