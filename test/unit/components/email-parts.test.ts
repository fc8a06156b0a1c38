// An address is shown in parts that together are the address; what tells it from others of the same mailbox is a part by itself.
import { expect, test } from 'vitest';
import { emailParts } from '../../../components/words/email-parts.ts';

test.each([
  ['robin.quist+shop-7f3k2q@mail.example', ['robin.quist', '+shop-7f3k2q', '@mail.example']],
  ['me+shop@mail.example', ['', 'me+shop', '@mail.example']],
  ['shop-7f3k2q@own.example', ['', 'shop-7f3k2q', '@own.example']],
  ['"odd@name"@own.example', ['', '"odd@name"', '@own.example']],
  ['no address', ['', 'no address', '']],
  ['', ['', '', '']],
])('%s', (email, parts) => {
  const { head, own, tail } = emailParts(email);
  expect([head, own, tail]).toEqual(parts);
  expect(head + own + tail).toBe(email);
});
