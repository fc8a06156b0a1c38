// Whether a message belongs to the page that waits: recipient and time decide, sender and links are evidence.
import { describe, expect, test } from 'vitest';
import { extractCodes } from '../../../lib/codes/extract.ts';
import { GRACE, type Match, matchMessage, type Wait } from '../../../lib/codes/match.ts';
import type { Message } from '../../../lib/model.ts';

const SINCE = 1_700_000_000_000;
const wait: Wait = { site: 'shop.example', since: SINCE, addressIds: ['a1'] };
const message: Message = {
  id: 'm1',
  accountId: 'x',
  addressId: 'a1',
  remoteId: 'r1',
  channel: 'email',
  direction: 'inbound',
  from: 'Demo Shop <no-reply@mail.shop.example>',
  to: 'ana@mail.example',
  subject: 'Your code',
  snippet: '',
  body: { text: 'Your code is 482913', html: null },
  read: false,
  receivedAt: SINCE + 5_000,
  usedAt: null,
};
const judge = (change: Partial<Message>, on: Partial<Wait> = {}): Match => {
  const all = { ...message, ...change };
  const found = extractCodes({
    channel: all.channel,
    subject: all.subject,
    text: all.body?.text ?? null,
    html: null,
  });
  return matchMessage(all, found, { ...wait, ...on });
};
const text = (body: string) => ({ body: { text: body, html: null } });

test('to this address, in time, from this site', () => {
  expect(judge({})).toEqual({
    belongs: true,
    senderMatches: true,
    elsewhere: null,
    because: ['the sender is of this site'],
  });
});

describe('does not belong', () => {
  test.each<[string, Partial<Message>]>([
    ['sent by us', { direction: 'outbound' }],
    ['to another address', { addressId: 'a2' }],
    ['too early', { receivedAt: SINCE - GRACE - 1 }],
    ['at no known time', { receivedAt: Number.NaN }],
  ])('%s', (_, change) => expect(judge(change).belongs).toBe(false));
});

test('up to two minutes early is in time; without a list of addresses the caller has looked', () => {
  expect(judge({ receivedAt: SINCE - GRACE }).belongs).toBe(true);
  const { addressIds: _, ...open } = wait;
  expect(matchMessage(message, { links: [] }, open).belongs).toBe(true);
});

const sms = (body: string) => ({ channel: 'sms', from: '+12025550143', ...text(body) }) as const;
const mail = (from: string, body: string) => ({ from, ...text(body) });
const HERE = 'https://www.shop.example/verify?t=1';

describe('whose message it is', () => {
  test.each<[string, Partial<Message>, Match['senderMatches'], string | null]>([
    ['a sender of another site', { from: 'x@other.example' }, false, 'other.example'],
    ['one that only names this site', { from: '"no-reply@shop.example" <x@evil.test>' }, false, 'evil.test'],
    ['a look-alike', { from: 'x@shop.example.evil.test' }, false, 'evil.test'],
    ['a post office with a link here', mail('x@mailer.test', `Code 482913\n${HERE}`), true, null],
    [
      'a post office without one',
      mail('x@mailer.test', 'https://shop.example.evil.test/verify?t=1'),
      false,
      'mailer.test',
    ],
    [
      'a bank that greets by a name with a link here',
      mail('x@bank.test', `Hello ${HERE}\nhttps://www.bank.test/`),
      false,
      'bank.test',
    ],
    ['a homograph of this site', { from: 'x@sh\u043ep.example' }, false, 'xn--shp-ted.example'],
    ['a right-to-left override', { from: '\u202eelpmaxe.pohs\u202c <x@evil.test>' }, false, 'evil.test'],
    ['a text message', sms('Your code is 482913'), 'unknown', null],
    ['a text message with a link here', sms(`Code 482913 ${HERE}`), true, null],
    ['a text message with a link elsewhere', sms('Code 482913 https://bank.test/v'), false, 'bank.test'],
    ['a text message bound to this site', sms('Code\n@login.shop.example #482913'), true, null],
    ['a text message bound to another', sms(`Code ${HERE}\n@evil.test #482913`), false, 'evil.test'],
    ['nobody', { from: '' }, 'unknown', null],
  ])('%s', (_, change, senderMatches, elsewhere) => {
    const match = judge(change);
    expect(match).toMatchObject({ belongs: true, senderMatches, elsewhere });
    expect(match.because).not.toEqual([]);
  });
});
