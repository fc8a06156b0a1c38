// @vitest-environment jsdom
// The form of a webhook endpoint: what is plainly wrong is said while it is typed, a change sends only what was changed, and what a newer
// service knows and we do not is left as it is.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HookEdit, HookNew } from '../../../components/options/hook-form.tsx';
import type { WebhookEndpoint } from '../../../lib/check.ts';
import { AppError } from '../../../lib/error.ts';
import { serve, type Transport } from './transport.ts';

const endpoint: WebhookEndpoint = {
  remoteId: 'whe_1',
  organizationId: null,
  name: 'Till',
  labels: ['shop'],
  url: 'https://hooks.example/a',
  enabled: true,
  eventTypes: ['verification.session.succeeded', 'verification.session.paused'],
  retentionHours: null,
  createdAt: 1,
  updatedAt: 1,
  disabledAt: null,
};
let transport: Transport;
const done = vi.fn();
afterEach(() => {
  cleanup();
  transport.stop();
  done.mockClear();
});

const type = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const sent = (call: string) => transport.asked.find((one) => one.call === call)?.args;
const save = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function edit(): Promise<void> {
  transport = serve({ 'webhooks.edit': () => ({}) });
  render(<HookEdit accountId="a" endpoint={endpoint} onBack={done} />);
  await screen.findByRole('textbox', { name: 'Name' });
}

describe('a change', () => {
  test('sends what was changed, and nothing else', async () => {
    await edit();
    await type('Name', '  ');
    await save('Save');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent('webhooks.edit')).toEqual({ accountId: 'a', endpointId: 'whe_1', edit: { name: '' } });
  });

  test('keeps events of a newer service, also when another is added', async () => {
    await edit();
    expect(screen.getByLabelText<HTMLInputElement>('verification.session.paused').checked).toBe(true);
    await fireEvent.click(screen.getByLabelText('Failed'));
    await save('Save');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent('webhooks.edit')).toMatchObject({
      edit: {
        eventTypes: [
          'verification.session.succeeded',
          'verification.session.failed',
          'verification.session.paused',
        ],
      },
    });
  });

  test('of nothing asks nobody', async () => {
    await edit();
    await save('Save');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent('webhooks.edit')).toBeUndefined();
  });

  test('to no event at all is not sent: nothing would ever be delivered', async () => {
    await edit();
    await fireEvent.click(screen.getByLabelText('Completed'));
    await fireEvent.click(screen.getByLabelText('verification.session.paused'));
    await screen.findByText(/nothing would ever be sent/);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });
});

test.each([
  ['javascript:alert(1)', 'This is not a web address.'],
  ['hooks.example', 'This is not a web address.'],
  ['http://hooks.example/', 'Answers travel over https only.'],
  ['http://localhost.evil.example/', 'Answers travel over https only.'],
  ['https://me:secret@hooks.example/', 'The address holds a user name. Leave it out.'],
])('%s is not sent: %s', async (url, says) => {
  transport = serve({});
  render(<HookNew accountId="a" onBack={done} onMade={done} />);
  await screen.findByRole('textbox', { name: 'Name' });
  await type('Address of your receiver', url);
  await screen.findByText(says);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Make endpoint' }).disabled).toBe(true);
});

test('what the service refuses leaves everything typed where it was', async () => {
  transport = serve({
    'webhooks.create': () => {
      throw new AppError('rejected', { field: 'url', said: 'URL is not public' });
    },
  });
  render(<HookNew accountId="a" onBack={done} onMade={done} />);
  await screen.findByRole('textbox', { name: 'Name' });
  await type('Address of your receiver', 'https://printer.lan/');
  await save('Make endpoint');
  expect((await screen.findByRole('alert')).textContent).toContain('URL is not public');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Address of your receiver' }).value).toBe(
    'https://printer.lan/',
  );
  expect(done).not.toHaveBeenCalled();
});
