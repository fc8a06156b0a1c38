// Events as they may come, decoded or dropped: nothing of what they hold is documented, so that every spelling but the expected
// one has to end in nothing, or in "fetch it".
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../lib/providers/aliaskit/events.ts';

const MAIL = {
  id: 'email_1',
  identity_id: 'ident_1',
  from: 'Shop <a@shop.example>',
  to: 'ana@aliaskit.com',
  subject: 'Code',
  body_text: '482913',
  body_html: null,
  direction: 'inbound',
  read: false,
  received_at: '2026-11-22T10:00:00.123456+00:00',
};
const insert = (record: unknown, more: object = {}) => ({
  ids: [1],
  data: {
    schema: 'public',
    table: 'email_messages',
    type: 'INSERT',
    columns: [],
    record,
    errors: null,
    ...more,
  },
});
const read = (payload: object, name = 'postgres_changes') =>
  readEvent('ident_1', name, payload as Record<string, unknown>);
const NEW = { kind: 'message', identityId: 'ident_1', channel: 'email', messageId: 'email_1', change: 'new' };

describe('rows', () => {
  test('a whole mail', () => {
    expect(read(insert(MAIL))).toMatchObject({
      ...NEW,
      message: { remoteId: 'email_1', subject: 'Code', receivedAt: Date.UTC(2026, 10, 22, 10, 0, 0, 123) },
    });
  });

  test.each<[string, object]>([
    ['without bodies', { body_text: undefined, body_html: undefined }],
    ['with bodies cut out', { body_text: null, body_html: null }],
    ['with other names', { from: undefined, from_address: 'a@shop.example' }],
    ['with another time', { received_at: 'yesterday' }],
  ])('one %s is to be fetched', (_what, change) => {
    expect(read(insert({ ...MAIL, ...change }))).toEqual({ ...NEW, message: null });
  });

  test('a text, changed and gone', () => {
    const sms = {
      id: 'sms_1',
      from: '+1',
      to: '+2',
      body: 'b',
      direction: 'inbound',
      read: true,
      received_at: MAIL.received_at,
    };
    const table = 'sms_messages';
    expect(read(insert(sms, { table, type: 'UPDATE' }))).toMatchObject({
      channel: 'sms',
      change: 'changed',
      message: { body: { text: 'b' } },
    });
    expect(read(insert({}, { table, type: 'DELETE', old_record: { id: 'sms_1' } }))).toEqual({
      kind: 'message-gone',
      identityId: 'ident_1',
      channel: 'sms',
      messageId: 'sms_1',
    });
  });

  test.each<[string, object]>([
    ['of another identity', insert({ ...MAIL, identity_id: 'ident_2' })],
    ['of another table', insert(MAIL, { table: 'identities' })],
    ['of a table named like a member of every object', insert(MAIL, { table: 'constructor' })],
    ['of another kind of change', insert(MAIL, { type: 'TRUNCATE' })],
    ['without an id', insert({ ...MAIL, id: undefined })],
    ['with an id that is a path', insert({ ...MAIL, id: '..' })],
    ['gone without saying which', insert({}, { type: 'DELETE', old_record: {} })],
    ['without a row', insert(null)],
    ['of nothing', {}],
  ])('one %s is none', (_what, payload) => expect(read(payload)).toBeNull());
});

describe('named events', () => {
  const named = (event: string, data: unknown, identity_id: unknown = 'ident_1') => ({
    type: 'broadcast',
    event,
    payload: { type: event, data, identity_id },
  });

  test.each<[string, unknown, object]>([
    ['email.received', MAIL, NEW],
    ['email.sent', { id: 'email_1' }, { ...NEW, message: null }],
    ['sms.received', { id: 'email_1' }, { ...NEW, channel: 'sms', message: null }],
    [
      'card.revealed',
      { id: 'card_1' },
      { kind: 'card', identityId: 'ident_1', cardId: 'card_1', change: 'revealed' },
    ],
    [
      'card.declined',
      { card_id: 'card_1' },
      { kind: 'card', identityId: 'ident_1', cardId: 'card_1', change: 'declined' },
    ],
    ['card.updated', null, { kind: 'card', identityId: 'ident_1', cardId: null, change: 'updated' }],
    ['identity.deleted', {}, { kind: 'identity-gone', identityId: 'ident_1' }],
  ])('%s', (event, data, expected) => expect(read(named(event, data), 'broadcast')).toMatchObject(expected));

  test.each<[string, object]>([
    ['of another identity', named('email.received', MAIL, 'ident_2')],
    ['of another name', named('toString', MAIL)],
    ['without an id', named('email.received', {})],
    ['without a payload', { type: 'broadcast', event: 'email.received' }],
  ])('one %s is none', (_what, payload) => expect(read(payload, 'broadcast')).toBeNull());

  test('presence and the rest are none', () => expect(read(insert(MAIL), 'presence_state')).toBeNull());
});

test('whatever comes is an event of this identity, or none', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.constantFrom('postgres_changes', 'broadcast'),
      (payload, name) => {
        const event = readEvent('ident_1', name, payload);
        expect(event?.identityId ?? 'ident_1').toBe('ident_1');
      },
    ),
  );
});
