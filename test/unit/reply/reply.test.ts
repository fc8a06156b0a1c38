// Answers: to whom, under what subject, with what quoted. Pure.
import { expect, it } from 'vitest';
import type { Message } from '../../../lib/model.ts';
import { addressOf, replyTo } from '../../../lib/reply.ts';

const message: Message = {
  id: 'm',
  accountId: 'a',
  addressId: 'b',
  remoteId: 'r',
  channel: 'email',
  direction: 'inbound',
  from: 'The Shop <orders@shop.example>',
  to: 'me@alias.example',
  subject: 'Your order',
  snippet: '',
  body: null,
  read: true,
  receivedAt: 0,
  usedAt: null,
};

it('goes to the sender, or where the sender asks for it', () => {
  expect(replyTo(message, 'Hi', 'They wrote:').to).toBe('orders@shop.example');
  expect(replyTo({ ...message, replyTo: 'help@shop.example' }, 'Hi', '').to).toBe('help@shop.example');
  expect(replyTo({ ...message, direction: 'outbound' }, 'Hi', '').to).toBe('me@alias.example');
});

it.each([
  ['Your order', 'Re: Your order'],
  ['RE: Your order', 'RE: Your order'],
  ['AW: Bestellung', 'AW: Bestellung'],
  ['Re[2]: x', 'Re[2]: x'],
  ['Regarding you', 'Re: Regarding you'],
  ['two\r\nBcc: all@evil.example', 'Re: two Bcc: all@evil.example'],
  ['', 'Re:'],
])('answers the subject %j under %j', (subject, answer) => {
  expect(replyTo({ ...message, subject }, '', '').subject).toBe(answer);
});

it('quotes line by line below room to write', () => {
  expect(replyTo(message, 'One\r\n> old\n\nTwo', 'They wrote:').text).toBe(
    '\n\nThey wrote:\n> One\n>> old\n>\n> Two',
  );
});

it('to a text message is empty but for the number', () => {
  const sms = { ...message, channel: 'sms' as const, from: '+15550100' };
  expect(replyTo(sms, 'Hi', 'They wrote:')).toEqual({ to: '+15550100', subject: '', text: '' });
});

it.each([
  ['a@b.example', 'a@b.example'],
  ['"x <y@z.example>" <a@b.example>', 'a@b.example'],
  ['just a name', ''],
])('finds in %j the address %j', (text, address) => {
  expect(addressOf(text)).toBe(address);
});
