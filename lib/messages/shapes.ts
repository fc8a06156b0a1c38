// How the arguments of every call are read: one valibot schema a call, total over the contracts. Leans on valibot only.
// Lengths are capped here so that no caller can make the worker hold or hash a megabyte.
import * as v from 'valibot';
import { PAGE_STOPS } from '../field-rule.ts';
import type { AppCalls, MenuCalls, PageCalls } from './contract.ts';
import type { Shapes } from './server.ts';

const none = v.object({});
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = text(200);
const ref = text(64);
const site = v.pipe(v.string(), v.minLength(1), v.maxLength(253));
const passphrase = text(4096);
const name = text(200);

const fieldReport = v.object({
  ref,
  role: v.picklist([
    'email',
    'email-confirm',
    'username',
    'new-password',
    'current-password',
    'code',
    'phone',
    'given-name',
    'family-name',
    'full-name',
    'birth-date',
    'birth-day',
    'birth-month',
    'birth-year',
    'card-number',
    'card-expiry',
    'card-expiry-month',
    'card-expiry-year',
    'card-code',
    'card-name',
    'other',
  ]),
  form: v.picklist([
    'sign-up',
    'log-in',
    'sign-up-or-log-in',
    'newsletter',
    'contact',
    'checkout',
    'search',
    'settings',
    'code-email',
    'code-sms',
    'code-totp',
    'code',
    'payment',
    'unknown',
  ]),
  boxes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  rejected: v.boolean(),
  because: v.pipe(v.array(text(200)), v.maxLength(40)),
});

/** Also decodes what a page's script answers to `tab.focused`: it is no more to be believed than its reports. */
export const fieldReportShape = fieldReport;

const format = v.picklist(['site-hash', 'hash', 'site.hash']);
const means = v.picklist(['email', 'code', 'never']);
export const fieldDescriptorShape = v.object({
  type: text(20),
  name: text(80),
  label: text(80),
  form: text(80),
  path: text(120),
  at: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(10_000)),
});

/** What a page's script answers to `tab.verdict`. */
export const fieldVerdictShape = v.object({
  ref,
  role: fieldReport.entries.role,
  form: fieldReport.entries.form,
  because: fieldReport.entries.because,
  stop: v.nullable(v.picklist(PAGE_STOPS)),
  field: v.nullable(fieldDescriptorShape),
});

const menuChoice = v.variant('kind', [
  v.object({ kind: v.literal('address'), id }),
  v.object({ kind: v.literal('new-address'), accountId: id, format: v.exactOptional(format) }),
  v.object({ kind: v.literal('code'), messageId: id }),
  v.object({ kind: v.literal('totp'), id }),
]);

const height = v.pipe(v.number(), v.minValue(0), v.maxValue(2000));

const scheme = v.variant('type', [
  v.object({ type: v.literal('subaddress'), mailbox: text(254), separator: v.pipe(text(1), v.minLength(1)) }),
  v.object({ type: v.literal('catch-all'), domain: site }),
]);

const accountDraft = v.variant('kind', [
  v.object({
    kind: v.literal('local'),
    name,
    scheme,
    format,
  }),
  v.object({
    kind: v.literal('aliaskit'),
    name,
    baseUrl: text(500),
    apiKey: text(500),
    cardKey: v.nullable(text(500)),
  }),
]);

const totpDraft = v.object({
  issuer: name,
  account: name,
  secret: text(1024),
  algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
  // Their ranges are lib/totp's to judge: it names the field that the form must mark.
  digits: v.number(),
  period: v.number(),
  site: v.nullable(site),
});

const metadata = v.record(v.string(), v.unknown());

export const pageShapes: Shapes<PageCalls> = {
  'page.wake': none,
  'page.report': fieldReport,
  'page.ticket': fieldReport,
  'page.beat': v.object({ ref }),
  'page.rest': v.object({ ref }),
  'page.rules': none,
  'page.picked': v.object({ pick: text(64), field: v.nullable(fieldDescriptorShape) }),
};

export const menuShapes: Shapes<MenuCalls> = {
  'menu.open': v.object({ ticket: text(64), ancestors: v.pipe(v.array(text(500)), v.maxLength(64)) }),
  'menu.view': none,
  'menu.choose': menuChoice,
  'menu.undo': none,
  'menu.mute': v.object({ until: v.picklist(['hour', 'always']) }),
  'menu.rule': v.object({ means }),
  'menu.escalate': v.union([
    v.object({ to: v.picklist(['unlock', 'connect', 'options']) }),
    v.object({ to: v.literal('message'), messageId: id }),
  ]),
  'menu.frame': v.union([v.object({ height }), v.object({ close: v.literal(true), refocus: v.boolean() })]),
};

export const appShapes: Shapes<AppCalls> = {
  'vault.status': none,
  'vault.create': v.object({ passphrase }),
  'vault.unlock': v.object({ passphrase }),
  'vault.lock': none,
  'vault.erase': none,
  'vault.passphrase': v.object({ current: passphrase, next: passphrase, rekey: v.boolean() }),
  'settings.get': none,
  'settings.set': v.object({
    autoLockMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080))),
    openMenuOnFocus: v.exactOptional(v.boolean()),
    theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
    blindTags: v.exactOptional(v.boolean()),
  }),
  'browser.state': none,
  'access.changed': none,
  'site.current': none,
  'site.mute': v.object({ site, off: v.boolean() }),
  'site.fill': menuChoice,
  'site.mutes': none,
  'site.why': none,
  'site.rule': v.object({ means, which: v.picklist(['focused', 'point']) }),
  'site.rules': none,
  'site.unrule': v.object({ id }),
  'site.export': none,
  'accounts.list': none,
  'accounts.test': accountDraft,
  'accounts.connect': accountDraft,
  'accounts.remove': v.object({ id }),
  'accounts.rename': v.object({ id, name: v.pipe(name, v.trim(), v.minLength(1)) }),
  'accounts.pull': v.object({ id: v.exactOptional(id) }),
  'addresses.list': none,
  'addresses.sources': v.object({ site: v.nullable(site) }),
  'addresses.create': v.object({
    accountId: id,
    format: v.exactOptional(format),
    site: v.nullable(site),
    label: v.exactOptional(text(500)),
    name: v.exactOptional(name),
    emailUsername: v.exactOptional(text(64)),
    emailDomain: v.exactOptional(text(253)),
    provisionPhone: v.exactOptional(v.boolean()),
    phoneCountry: v.exactOptional(text(8)),
    metadata: v.exactOptional(metadata),
  }),
  'addresses.update': v.object({
    id,
    label: v.exactOptional(text(500)),
    note: v.exactOptional(text(10_000)),
    site: v.exactOptional(v.nullable(site)),
    name: v.exactOptional(name),
  }),
  'addresses.remove': v.object({ id }),
  'inbox.list': v.object({ addressId: v.exactOptional(id) }),
  'inbox.pull': v.object({ addressId: v.exactOptional(id) }),
  'inbox.get': v.object({ id }),
  'inbox.mark': v.object({ id, read: v.boolean() }),
  'totp.list': none,
  'totp.read': v.object({ link: text(4096) }),
  'totp.add': totpDraft,
  'totp.remove': v.object({ id }),
  'totp.update': v.object({
    id,
    issuer: v.exactOptional(name),
    account: v.exactOptional(name),
    site: v.exactOptional(v.nullable(site)),
  }),
  'totp.scan': none,
  'draft.get': v.object({ place: text(100) }),
  'draft.set': v.object({ place: text(100), value: v.nullable(text(100_000)) }),
};
