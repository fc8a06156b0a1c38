// The messages' index against reading every message: the same ones in the same order, whatever is asked; what is counted over all of
// them, and what is beyond the bounds of what is kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageFilter } from '../../../lib/message-query.ts';
import type { MessageSummary } from '../../../lib/model.ts';
import { chunkOf } from '../../../lib/search/chunk.ts';
import { damagedEntry } from '../../../lib/search/entry.ts';
import { fold } from '../../../lib/search/fold.ts';
import { MESSAGE_LAYOUT, messageEntry } from '../../../lib/search/message-entry.ts';
import { excessOf, MESSAGE_PLAN, unreadOf } from '../../../lib/search/message-plan.ts';
import { createSearchIndex } from '../../../lib/search/search.ts';

const words = fc.constantFrom('Ihr Code', 'Réservation', 'shop', 'a\nb', '\u202eevil', '', 'STRASSE 9');
const message: fc.Arbitrary<MessageSummary> = fc
  .record({
    id: fc.uuid(),
    accountId: fc.constantFrom('one', 'two'),
    addressId: fc.constantFrom('ann', 'ben'),
    remoteId: fc.string(),
    channel: fc.constantFrom('email' as const, 'sms' as const),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    from: fc.constantFrom('Shop <hello@shop.example>', '+15550100', 'Büro <b@post.example>'),
    to: fc.constant('ann@kit.example'),
    subject: words,
    snippet: words,
    read: fc.boolean(),
    receivedAt: fc.integer({ min: 0, max: 6 }),
    usedAt: fc.constant(null),
    bodySize: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  })
  .map(({ bodySize, ...all }) => ({ ...all, ...(bodySize === undefined ? {} : { bodySize }) }));
const messages = fc.uniqueArray(message, { selector: ({ id }) => id, maxLength: 25 });
const filter: fc.Arbitrary<MessageFilter> = fc.record(
  {
    addressId: fc.constantFrom('ann', 'ben', 'cem'),
    channel: fc.constantFrom('email', 'sms'),
    direction: fc.constantFrom('inbound', 'outbound'),
    unread: fc.boolean(),
    from: fc.constantFrom('SHOP', 'buro', ' 5550', '.example>', 'nobody'),
    after: fc.integer({ min: 0, max: 6 }),
    before: fc.integer({ min: 0, max: 7 }),
  },
  { requiredKeys: [] },
);
const text = fc.constantFrom('', 'code', 'reservation sh', 'ann kit', 'strasse', 'b', 'xyzzy');

const flat = (one: string): string => fold(one).replace(/\s+/g, ' ');
const isUnread = (one: MessageSummary): boolean => one.direction === 'inbound' && !one.read;
const HOLDS: {
  [Name in keyof Required<MessageFilter>]: (one: MessageSummary, of: MessageFilter) => boolean;
} = {
  addressId: (one, of) => one.addressId === of.addressId,
  channel: (one, of) => one.channel === of.channel,
  direction: (one, of) => one.direction === of.direction,
  unread: (one, of) => isUnread(one) === of.unread,
  from: (one, of) => flat(one.from).includes(flat(of.from ?? '').trim()),
  after: (one, of) => one.receivedAt >= (of.after ?? 0),
  before: (one, of) => one.receivedAt < (of.before ?? 0),
};

function plainly(all: readonly MessageSummary[], asked: string, of: MessageFilter): string[] {
  const wanted = fold(asked).split(/\s+/).filter(Boolean);
  return all
    .filter((one) => (Object.keys(of) as (keyof MessageFilter)[]).every((name) => HOLDS[name](one, of)))
    .filter(({ from, subject, to, snippet }) =>
      wanted.every((word) => [from, subject, to, snippet].some((part) => flat(part).includes(word))),
    )
    .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function indexOf(all: readonly MessageSummary[]) {
  const index = createSearchIndex(MESSAGE_PLAN);
  const entries = [...all.map(messageEntry), damagedEntry('damaged', MESSAGE_LAYOUT)];
  const each = 4;
  for (let at = 0; at < entries.length; at += each)
    index.setChunks(new Map([[at, chunkOf(entries.slice(at, at + each), MESSAGE_LAYOUT)]]));
  return index;
}

test('it finds what reading every message finds, newest first, and nothing damaged', () => {
  fc.assert(
    fc.property(messages, text, filter, (all, asked, of) => {
      const query = { text: asked, filter: of, sort: 'newest', names: new Map() } as const;
      const ids = plainly(all, asked, of);
      expect(indexOf(all).find(query, 0, 100)).toEqual({ ids, total: ids.length });
    }),
    { numRuns: 400 },
  );
});

test('unread ones are counted by identity', () => {
  fc.assert(
    fc.property(messages, (all) => {
      const counted = unreadOf(indexOf(all).chunks());
      for (const addressId of ['ann', 'ben']) {
        const theirs = all.filter((one) => one.addressId === addressId);
        expect(counted.get(addressId)).toBe(theirs.length ? theirs.filter(isUnread).length : undefined);
      }
    }),
  );
});

test('the oldest go first: whole messages beyond their number, bodies beyond their size', () => {
  fc.assert(
    fc.property(messages, fc.nat(30), fc.nat(60), (any, most, size) => {
      // A damaged record, whose time nobody knows, counts as the oldest of all: it shares the first moment with none.
      const all = any.filter(({ receivedAt }) => receivedAt > 0);
      const { messages: gone, bodies } = excessOf(indexOf(all.slice(0)).chunks(), most, size);
      const kept = [...all]
        .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1))
        .filter(({ id }) => !gone.includes(id));
      expect(kept.length).toBe(Math.min(all.length, most));
      const left = kept.filter(({ id }) => !bodies.includes(id));
      expect(left.reduce((sum, { bodySize = 0 }) => sum + bodySize, 0)).toBeLessThanOrEqual(size);
      // Nothing goes while it would fit: each body that went would have been too much on top of the newer ones.
      for (const id of bodies) {
        const upTo = kept.slice(0, kept.findIndex((one) => one.id === id) + 1);
        expect(upTo.reduce((sum, { bodySize = 0 }) => sum + bodySize, 0)).toBeGreaterThan(size);
      }
    }),
  );
});
