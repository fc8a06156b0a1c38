// In which order a menu shows what may answer a code field: the newest message of this site, the authenticator, what only the toolbar
// releases, what was used.
import { expect, test } from 'vitest';
import { type Holdings, isWaitNews, orderEvidence } from '../../../lib/evidence.ts';
import type { FoundCode, LetterLink, TotpView, UnclearMessage } from '../../../lib/model.ts';

const letter = {
  channel: 'email' as const,
  sender: 'Shop',
  usedAt: null,
  senderMatches: true as const,
  elsewhere: null,
};
const code = (messageId: string, receivedAt: number, change: Partial<FoundCode> = {}): FoundCode => ({
  ...letter,
  messageId,
  receivedAt,
  code: '482913',
  because: [],
  ...change,
});
const link = (messageId: string, receivedAt: number, change: Partial<LetterLink> = {}): LetterLink => ({
  ...letter,
  messageId,
  receivedAt,
  kind: 'verify',
  host: 'shop.example',
  hostMatches: true,
  ...change,
});
const unclear = (messageId: string, receivedAt: number): UnclearMessage => ({
  ...letter,
  messageId,
  receivedAt,
  why: 'several',
});
const totp = { id: 't', code: '000000' } as TotpView;
const held = { id: 'h', issuer: '', site: null, email: '', holder: '' };
const none: Holdings<FoundCode> = { codes: [], links: [], unclear: [], totps: [], held: [] };
const order = (holdings: Partial<Holdings<FoundCode>>) =>
  orderEvidence({ ...none, ...holdings }).map(({ id }) => id);

test('the newest message of this site stands first, then the authenticators, the vault’s own before the service’s', () => {
  const codes = [code('a', 1), code('b', 3)];
  expect(order({ codes, links: [link('c', 2)], totps: [totp], held: [held] })).toEqual([
    'code b',
    'link c',
    'code a',
    't',
    'h',
  ]);
});

test('of one message the code stands before its link', () => {
  expect(order({ links: [link('a', 1)], codes: [code('a', 1)] })).toEqual(['code a', 'link a']);
});

test('what another site sent, however new, and what was used stand below the authenticator', () => {
  const codes = [
    code('used', 9, { usedAt: 9 }),
    code('stranger', 8, { senderMatches: false, elsewhere: 'bank.example' }),
    code('silent', 7, { senderMatches: 'unknown' }),
    code('own', 1),
  ];
  expect(order({ codes, totps: [totp] })).toEqual([
    'code own',
    't',
    'code stranger',
    'code silent',
    'code used',
  ]);
});

test('a message that must be read is shown once, and only while nothing better came', () => {
  expect(order({ unclear: [unclear('b', 2), unclear('a', 1)] })).toEqual(['unclear b']);
  expect(order({ unclear: [unclear('b', 2)], links: [link('a', 1)] })).toEqual(['link a']);
  const used = [code('a', 3, { usedAt: 3 })];
  expect(order({ unclear: [unclear('b', 2)], codes: used })).toEqual(['unclear b', 'code a']);
});

test('a flood leaves the authenticator in reach', () => {
  const codes = Array.from({ length: 60 }, (_, at) => code(`m${at}`, at));
  const rows = order({ codes, totps: [totp] });
  expect(rows).toHaveLength(5);
  expect(rows).toEqual(['code m59', 'code m58', 'code m57', 'code m56', 't']);
});

test('waiting is said while nothing of this site came and there is no authenticator', () => {
  const says = (holdings: Partial<Holdings<FoundCode>>) => isWaitNews({ ...none, ...holdings });
  expect(says({})).toBe(true);
  expect(says({ codes: [code('a', 1, { usedAt: 2 })] })).toBe(true);
  expect(says({ codes: [code('a', 1, { senderMatches: false })] })).toBe(true);
  expect(says({ unclear: [unclear('a', 1)] })).toBe(true);
  expect(says({ codes: [code('a', 1)] })).toBe(false);
  expect(says({ links: [link('a', 1)] })).toBe(false);
  expect(says({ totps: [totp] })).toBe(false);
  expect(says({ held: [held] })).toBe(false);
});
