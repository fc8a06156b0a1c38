// What of a checkout is chosen before the person chooses: the page, and the one site that takes the number; nothing that merely asks.
import { expect, it } from 'vitest';
import type { CardRole, PayFrame } from '../../../lib/checkout.ts';
import { firstChoice, rivals } from '../../../lib/checkout-choice.ts';

const SHOP = 'https://shop.example';
const PAY = 'https://pay.example';
const FIELDS = 'https://fields.pay.example';
const THIEF = 'https://offers.example';
const SITES: Record<string, string> = {
  [SHOP]: 'shop.example',
  [PAY]: 'pay.example',
  [FIELDS]: 'pay.example',
  [THIEF]: 'offers.example',
};
let frames = 0;
const frame = (origin: string, ...roles: CardRole[]): PayFrame => {
  frames += 1;
  return {
    frameId: frames,
    documentId: `document-${frames}`,
    origin,
    site: SITES[origin] ?? null,
    own: origin === SHOP,
    roles,
  };
};
const WHOLE = ['card-number', 'card-expiry', 'card-code', 'card-name'] as const;

it.each<[string, PayFrame[], string[]]>([
  ['the fields of the page itself', [frame(SHOP, ...WHOLE)], [SHOP]],
  ['a payment site that takes everything', [frame(PAY, ...WHOLE)], [PAY]],
  [
    'the page’s name field and a payment site’s number',
    [frame(SHOP, 'card-name'), frame(PAY, 'card-number', 'card-code')],
    [SHOP, PAY],
  ],
  [
    'a payment site with its fields on two hosts',
    [frame(PAY, 'card-number'), frame(FIELDS, 'card-code')],
    [PAY, FIELDS],
  ],
])('chooses %s', (_, shown, chosen) => {
  expect([...firstChoice(shown)]).toEqual(chosen);
});

it.each<[string, PayFrame[], string[]]>([
  ['a stranger that asks for the same', [frame(PAY, ...WHOLE), frame(THIEF, ...WHOLE)], []],
  ['a stranger that asks for what the page asks for', [frame(SHOP, ...WHOLE), frame(THIEF, 'card-code')], []],
  [
    'a stranger that asks for what nobody else has a field for',
    [frame(SHOP, 'card-number', 'card-expiry'), frame(THIEF, 'card-code')],
    [SHOP],
  ],
  [
    'a stranger beside the payment site',
    [frame(PAY, 'card-number', 'card-expiry'), frame(THIEF, 'card-name')],
    [PAY],
  ],
  ['a stranger that asks for a code alone', [frame(THIEF, 'card-code')], []],
  ['a document of no host', [{ ...frame(PAY, 'card-code'), origin: 'null', site: null }], []],
])('does not choose %s', (_, shown, chosen) => {
  expect([...firstChoice(shown)]).toEqual(chosen);
});

it('names rivals among what is chosen, and nobody else', () => {
  const shown = [frame(PAY, ...WHOLE), frame(THIEF, ...WHOLE), frame(SHOP, 'card-name')];
  expect([...rivals(shown, new Set([PAY]))]).toEqual([]);
  expect([...rivals(shown, new Set([PAY, THIEF]))]).toEqual([PAY, THIEF]);
});
