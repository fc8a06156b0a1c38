// @vitest-environment jsdom
// Ways in for a sealed answer: pasted with its signature apart, dropped or chosen as a file, read from a receiver whose host was allowed
// in the very click. What is refused says so, and nothing is read.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Answers } from '../../../components/options/answers.tsx';
import type { AnswerView } from '../../../lib/webhook-view.ts';
import { serve, type Transport } from './transport.ts';

const closed: AnswerView = {
  opened: { kind: 'closed', why: 'malformed', signature: { kind: 'unchecked' } },
  entry: null,
  before: null,
  kept: false,
};
const request = vi.fn(async (_: { origins: string[] }) => true);
let transport: Transport;

beforeEach(() => {
  Object.assign(fakeBrowser, { permissions: { request } });
  transport = serve({
    'answers.open': () => ({ answers: [closed] }),
    'answers.fetch': () => ({ answers: [] }),
    'access.changed': () => ({ granted: [] }) as never,
  });
  render(<Answers />);
});
afterEach(() => {
  cleanup();
  transport.stop();
  request.mockReset();
  request.mockImplementation(async () => true);
});

const asked = (call: string) => transport.asked.filter((one) => one.call === call).map(({ args }) => args);
const button = (name: string) => screen.getByRole('button', { name });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
const region = () => screen.getByRole('region', { name: 'Open a sealed answer' });

test('pasted, with its signature header beside it, name and all', async () => {
  await type('Sealed answer', 'eyJ.a.b.c.d');
  await type('Its signature', ' X-Kayle-Signature: t=1,v1=ab ');
  await fireEvent.click(button('Open'));
  await screen.findByText('Stays closed');
  expect(asked('answers.open')).toEqual([{ text: 'eyJ.a.b.c.d', signature: 't=1,v1=ab' }]);
  await fireEvent.click(button('Close'));
  expect(screen.queryByRole('article')).toBeNull();
});

test('dropped or chosen as a file, of which no more than a megabyte is read', async () => {
  const files = [new File(['eyJ.file'], 'answer.txt')];
  await fireEvent.drop(region(), { dataTransfer: { files, getData: () => '' } });
  await waitFor(() => expect(asked('answers.open')).toEqual([{ text: 'eyJ.file', signature: null }]));
  const large = new File(['x'.repeat(3_000_000)], 'large.txt');
  await screen.findByRole('article');
  await fireEvent.change(screen.getByLabelText('Choose a file…'), { target: { files: [large] } });
  await waitFor(() => expect(asked('answers.open')).toHaveLength(2));
  expect(JSON.stringify(asked('answers.open')[1]).length).toBeLessThan(1_100_000);
});

test('dropped as text it waits in the field, for its signature may still be missing', async () => {
  await fireEvent.drop(region(), { dataTransfer: { files: [], getData: () => 'eyJ.dropped' } });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Sealed answer' }).value).toBe(
    'eyJ.dropped',
  );
  expect(asked('answers.open')).toEqual([]);
});

test('a receiver is read once its host is allowed, that host alone', async () => {
  await type('Address of the list', 'https://hooks.example:8443/list?secret=1');
  await fireEvent.click(button('Read it now'));
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://hooks.example/*'] });
  await screen.findByText('There is no sealed answer there.');
  expect(asked('answers.fetch')).toEqual([{ url: 'https://hooks.example:8443/list?secret=1' }]);
});

test('not allowed, it is not read, and can be asked again', async () => {
  request.mockImplementation(async () => false);
  await type('Address of the list', 'https://hooks.example/list');
  await fireEvent.click(button('Read it now'));
  await screen.findByText('Moniker may not see hooks.example');
  expect(asked('answers.fetch')).toEqual([]);
  request.mockImplementation(async () => true);
  await fireEvent.click(button('Allow'));
  await waitFor(() => expect(asked('answers.fetch')).toHaveLength(1));
});
