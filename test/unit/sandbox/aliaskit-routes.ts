// The 32 operations of the AliasKit contract (§2) as a table: how each is asked, and what it refuses. Two suites walk it. Leans on
// client.ts; `person` makes one of everything for the paths to name.
import type { Ask } from './client.ts';

export interface Operation {
  method: string;
  path: string;
  scope: string;
  /** A body that is refused with 400, and the member it names; absent where no body is read. */
  bad?: readonly [body: unknown, param: string | undefined];
  /** A body that is taken; `{}` unless told. */
  good?: object;
  /** The plan's own refusal for a free key. */
  plan?: string;
}

const PERSON = '/identities/:id';
const MAIL = `${PERSON}/emails/:emailId`;
const TEXT = `${PERSON}/sms/:smsId`;
const CARD = '/cards/:cardId';
const TOTP = `${PERSON}/totp/:totpId`;

const LETTER = { to: 'b@c.example', subject: 's', body_text: 't' };
const SMS = { to: '+12025550155', body: 'hi' };
/** The reference's sample, whose blob decodes to readable words: it must be taken all the same. */
export const CARD_WISH = {
  encrypted_data: 'ZW5jcnlwdGVkLWNhcmQtZGF0YS1oZXJl',
  last4: '4242',
  brand: 'visa',
  exp_month: 12,
  exp_year: 2028,
  budget_cents: 50000,
  card_name: 'Work',
};
export const TOTP_WISH = { secret: 'JBSWY3DPEHPK3PXP', service_name: 'GitHub' };

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/identities',
    scope: 'identities:write',
    bad: [{ name: 7 }, 'name'],
    plan: 'free_tier_identity_limit',
  },
  { method: 'GET', path: '/identities', scope: 'identities:read' },
  { method: 'GET', path: PERSON, scope: 'identities:read' },
  {
    method: 'PATCH',
    path: PERSON,
    scope: 'identities:write',
    bad: [{ metadata: [] }, 'metadata'],
    good: { name: 'N' },
  },
  { method: 'DELETE', path: PERSON, scope: 'identities:write' },
  {
    method: 'POST',
    path: `${PERSON}/phone`,
    scope: 'identities:write',
    bad: [{ country: 'XX' }, 'country'],
    plan: 'free_tier_phone_blocked',
  },
  { method: 'GET', path: `${PERSON}/emails`, scope: 'messages:read' },
  {
    method: 'POST',
    path: `${PERSON}/emails`,
    scope: 'messages:write',
    bad: [{ ...LETTER, to: '' }, 'to'],
    good: LETTER,
  },
  { method: 'GET', path: `${PERSON}/emails/search`, scope: 'messages:read' },
  { method: 'GET', path: MAIL, scope: 'messages:read' },
  { method: 'PATCH', path: MAIL, scope: 'messages:write', bad: [{}, 'read'], good: { read: true } },
  { method: 'DELETE', path: MAIL, scope: 'messages:write' },
  { method: 'GET', path: `${PERSON}/sms`, scope: 'messages:read' },
  {
    method: 'POST',
    path: `${PERSON}/sms`,
    scope: 'messages:write',
    bad: [{ ...SMS, body: '' }, 'body'],
    good: SMS,
  },
  { method: 'GET', path: TEXT, scope: 'messages:read' },
  { method: 'PATCH', path: TEXT, scope: 'messages:write', bad: [{ read: 1 }, 'read'], good: { read: true } },
  { method: 'DELETE', path: TEXT, scope: 'messages:write' },
  {
    method: 'POST',
    path: `${PERSON}/cards`,
    scope: 'cards:write',
    bad: [{ ...CARD_WISH, last4: '42' }, 'last4'],
    good: CARD_WISH,
    plan: 'free_tier_cards_blocked',
  },
  { method: 'GET', path: `${PERSON}/cards`, scope: 'cards:read' },
  { method: 'GET', path: CARD, scope: 'cards:read' },
  { method: 'POST', path: `${CARD}/reveal`, scope: 'cards:read', bad: [{ amount_cents: 0 }, 'amount_cents'] },
  { method: 'POST', path: `${CARD}/freeze`, scope: 'cards:write' },
  { method: 'POST', path: `${CARD}/unfreeze`, scope: 'cards:write' },
  { method: 'POST', path: `${CARD}/cancel`, scope: 'cards:write' },
  { method: 'GET', path: `${CARD}/limits`, scope: 'cards:read' },
  {
    method: 'PATCH',
    path: `${CARD}/limits`,
    scope: 'cards:write',
    bad: [{}, 'budget_cents'],
    good: { reset_spend: true },
  },
  { method: 'GET', path: `${CARD}/transactions`, scope: 'cards:read' },
  {
    method: 'POST',
    path: `${PERSON}/totp`,
    scope: 'identities:write',
    bad: [{ secret: 'no' }, 'secret'],
    good: TOTP_WISH,
    plan: 'free_tier_totp_blocked',
  },
  { method: 'GET', path: `${PERSON}/totp`, scope: 'identities:read' },
  { method: 'GET', path: `${TOTP}/code`, scope: 'identities:read' },
  { method: 'DELETE', path: TOTP, scope: 'identities:write' },
  { method: 'GET', path: '/realtime/token', scope: 'messages:read' },
];

export const SCOPES = [...new Set(OPERATIONS.map(({ scope }) => scope))];

/** One of everything, and a path's parameters filled with it. */
export interface Person {
  id: string;
  email: string;
  phone: string;
  emailId: string;
  smsId: string;
  cardId: string;
  totpId: string;
}

export async function person(api: Ask, admin: Ask): Promise<Person> {
  const { body: identity } = await api('POST', '/identities', { provision_phone: true });
  const { id, email, phone_number: phone } = identity;
  const mail = await admin('POST', '/inbound/email', {
    to: email,
    from: 'a@b.example',
    subject: 's',
    text: 't',
  });
  const text = await admin('POST', '/inbound/sms', { to: phone, from: '+12025550199', body: 'b' });
  const card = await api('POST', `/identities/${id}/cards`, CARD_WISH);
  const totp = await api('POST', `/identities/${id}/totp`, TOTP_WISH);
  return {
    id,
    email,
    phone,
    emailId: mail.body.id,
    smsId: text.body.id,
    cardId: card.body.id,
    totpId: totp.body.id,
  };
}

export const fill = (path: string, of: Person): string =>
  path.replace(/:(\w+)/g, (all, name: string) => (Object.hasOwn(of, name) ? of[name as keyof Person] : all));

/** What this operation is asked with to succeed; a search needs a filter. */
export const askGood = (api: Ask, { method, path, good }: Operation, of: Person) =>
  api(
    method,
    fill(path, of) + (path.endsWith('/search') ? '?query=s' : ''),
    method === 'GET' ? undefined : (good ?? {}),
  );
