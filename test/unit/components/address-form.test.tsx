// @vitest-environment jsdom
// The texts of an alias: counted in bytes while they are typed, sent only where they were changed, and never over one that could not
// be opened unless the person says so. And what can be done to it: nothing that its key may not, a discard only while it is fresh.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { AddressDetail } from '../../../components/screens/address-detail.tsx';
import type { KnownDestinations } from '../../../lib/destination.ts';
import type { Forwarding } from '../../../lib/forwarding.ts';
import type { Address } from '../../../lib/model.ts';
import { MOST_SEALED_TEXT_BYTES } from '../../../lib/sealed-text.ts';
import { serve, type Transport } from './transport.ts';

const forwarding: Forwarding = {
  sealed: { label: 'envelope', note: null },
  closed: [],
  pending: [],
  conflict: null,
  recipientIds: [],
  domain: 'anon.li',
  madeAt: null,
  gone: false,
};
const alias = (change: Partial<Forwarding> = {}): Address => ({
  id: 'x',
  accountId: 'a',
  kind: 'alias',
  email: 'x1y2@anon.li',
  remoteId: 'r',
  site: 'shop.example',
  label: 'Shop',
  note: '',
  persona: null,
  active: true,
  createdAt: 1,
  updatedAt: 1,
  usedAt: null,
  forwarding: { ...forwarding, ...change },
});

let transport: Transport;
const gone = vi.fn();
afterEach(() => {
  cleanup();
  transport.stop();
  gone.mockClear();
});

const open = (address: Address, organisation = false): void => void openAgain(address, organisation);

function openAgain(address: Address, organisation = false) {
  const known: KnownDestinations = { accountId: 'a', recipients: [], domains: [], organisation, seenAt: 1 };
  transport = serve({
    'addresses.update': () => ({ address }),
    'addresses.discard': () => ({ discarded: true, address: null }),
    'destinations.known': () => ({ known: [known] }),
  });
  return render(<AddressDetail address={address} account={null} onBack={gone} go={vi.fn()} />);
}
const sent = () => transport.asked.find(({ call }) => call === 'addresses.update')?.args;
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('counts bytes, not letters, and sends nothing that is too long', async () => {
  open(alias());
  // Two bytes each: half as many fit.
  await type('Note', 'ü'.repeat(MOST_SEALED_TEXT_BYTES / 2 + 1));
  await screen.findByText(/1 bytes too long/);
  expect((screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement).disabled).toBe(true);
  await type('Note', 'ü'.repeat(600));
  await screen.findByText('1,200 of 1,475 bytes.');
});

it('sends what was changed and not what stayed', async () => {
  open(alias());
  await type('Note', 'gift card');
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent()).toEqual({
      id: 'x',
      note: 'gift card',
      site: 'shop.example',
      seen: { label: 'Shop', note: '' },
    }),
  );
});

it('leaves a text that could not be opened alone until it is to be written over', async () => {
  open(alias({ closed: ['label'] }));
  expect(screen.queryByLabelText('Label')).toBeNull();
  screen.getByText(/sealed with another key/);
  fireEvent.click(screen.getByRole('button', { name: 'Write a new one over it' }));
  await type('Label', 'Mine now');
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent()).toMatchObject({ label: 'Mine now', replaceClosed: true }));
});

it('says what a member’s key may not do instead of trying it', async () => {
  open(alias(), true);
  await screen.findByText(/Only an admin of the organisation switches/);
  expect((screen.getByRole('switch') as HTMLInputElement).disabled).toBe(true);
  expect(screen.queryByRole('button', { name: 'Delete address' })).toBeNull();
});

it('can be discarded while it is fresh, and not a minute later', async () => {
  open(alias({ madeAt: Date.now() - 10_000 }));
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(gone).toHaveBeenCalled());
  cleanup();
  transport.stop();
  open(alias({ madeAt: Date.now() - 61_000 }));
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
});

it('follows a text that was changed elsewhere, and sends nothing of it back', async () => {
  const before = alias();
  const { rerender } = openAgain(before);
  const now = { ...before, label: 'Theirs' };
  rerender(<AddressDetail address={now} account={null} onBack={gone} go={vi.fn()} />);
  await waitFor(() => expect(screen.getByLabelText('Label')).toHaveProperty('value', 'Theirs'));
  await type('Note', 'mine');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent()).toMatchObject({ id: 'x', note: 'mine' }));
  expect(sent()).not.toHaveProperty('label');
});

it('says what came from elsewhere behind something typed, before it is saved over', async () => {
  const before = alias();
  const { rerender } = openAgain(before);
  await type('Label', 'Mine');
  const now = { ...before, label: 'Theirs' };
  rerender(<AddressDetail address={now} account={null} onBack={gone} go={vi.fn()} />);
  await screen.findByText(/Changed elsewhere meanwhile to “Theirs”/);
  expect(screen.getByLabelText('Label')).toHaveProperty('value', 'Mine');
  await waitFor(() => expect(transport.drafts.get('address.x')).toBe('{"label":"Mine","labelWas":"=Shop"}'));
});

it('says it also where the popup was closed between the typing and the saving', async () => {
  open(alias());
  await type('Label', 'Mine');
  await waitFor(() => expect(transport.drafts.get('address.x')).toBeDefined());
  cleanup();
  const { drafts } = transport;
  transport.stop();
  const now = { ...alias(), label: 'Theirs' };
  transport = serve({
    'addresses.update': () => ({ address: now }),
    'destinations.known': () => ({ known: [] }),
  });
  for (const [place, value] of drafts) transport.drafts.set(place, value);
  render(<AddressDetail address={now} account={null} onBack={gone} go={vi.fn()} />);
  await screen.findByText(/Changed elsewhere meanwhile to “Theirs”/);
  expect(screen.getByLabelText('Label')).toHaveProperty('value', 'Mine');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent()).toMatchObject({ label: 'Mine', seen: { label: 'Theirs' } }));
});
