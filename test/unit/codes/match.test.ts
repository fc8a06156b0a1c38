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
  expect(judge({})).toEqual({ belongs: true, senderMatches: true, because: ['the sender is of this site'] });
});

describe('does not belong', () => {
  test.each<[string, Partial<Message>]>([
    ['sent by us', { direction: 'outbound' }],
    ['to another address', { addressId: 'a2' }],
    ['too early', { receivedAt: SINCE - GRACE - 1 }],
    ['at no known time', { receivedAt: Number.NaN }],
  ])('%s', (_, change) => expect(judge(change).belongs).toBe(false));
  test('bound to another host by its sender', () => {
    const match = judge({ channel: 'sms', from: 'Shop', ...text('Code\n@evil.test #482913') });
    expect(match).toMatchObject({ belongs: false, senderMatches: false });
  });
});

test('up to two minutes early is in time; without a list of addresses the caller has looked', () => {
  expect(judge({ receivedAt: SINCE - GRACE }).belongs).toBe(true);
  const { addressIds: _, ...open } = wait;
  expect(matchMessage(message, { links: [] }, open).belongs).toBe(true);
});

describe('the sender', () => {
  test.each<[string, Partial<Message>, Match['senderMatches']]>([
    ['of another site', { from: 'x@other.example' }, false],
    ['that only names this site', { from: '"no-reply@shop.example" <x@evil.test>' }, false],
    ['of a look-alike', { from: 'x@shop.example.evil.test' }, false],
    [
      'of another site with a link here',
      { from: 'x@mailer.test', ...text('Code 482913\nhttps://www.shop.example/verify?t=1') },
      'unknown',
    ],
    [
      'of another site with a link to a look-alike',
      { from: 'x@mailer.test', ...text('https://shop.example.evil.test/verify?t=1') },
      false,
    ],
    ['of an SMS', { channel: 'sms', from: '+12025550143' }, 'unknown'],
    [
      'of an SMS bound to this site',
      { channel: 'sms', from: '+12025550143', ...text('Code\n@login.shop.example #482913') },
      true,
    ],
    ['nobody', { from: '' }, 'unknown'],
  ])('%s', (_, change, expected) => {
    const match = judge(change);
    expect(match.senderMatches).toBe(expected);
    expect(match.belongs).toBe(true);
    expect(match.because).not.toEqual([]);
  });
});
