// What each kind of record must look like when it comes out of its box: a total table, so that a kind without a shape does
// not compile. Leans on valibot and the nouns of lib/model. Only looks: unknown members pass, for a later version's sake.
import * as v from 'valibot';
import type { AskedEntry, KnownVerifier } from '../asked.ts';
import type { OwnTemplate } from '../check-template.ts';
import type { EndpointKeys } from '../endpoint-keys.ts';
import type { FieldRule } from '../field-rule.ts';
import type { FolderState } from '../folder-state.ts';
import type { ListedPage, Progress, QueuedEdit } from '../forwarding.ts';
import type { HeldTotp } from '../held-totp.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { MessageBody } from '../message-parts.ts';
import type { Account, Address, MessageSummary, Totp } from '../model.ts';
import type { PaymentCard } from '../payment-card.ts';
import type { SealedTable } from '../store/rows.ts';
import { askedEntry, ownTemplate } from './asked-shape.ts';
import { forwarding, progress, queuedEdit } from './forwarding-shapes.ts';
import { endpointKeys, ledgerEntry } from './ledger-shape.ts';

export interface RecordTypes {
  account: Account;
  address: Address;
  message: MessageSummary;
  /** By the message's id; removed with it. */
  body: MessageBody & { id: string };
  folder: FolderState;
  totp: Totp;
  draft: { id: string; value: string };
  /** A site switched off; `until` null: for good. */
  mute: { id: string; site: string; until: number | null };
  /** What the user said of a field of a site. */
  rule: FieldRule;
  secret: { id: string; value: string };
  outbox: QueuedEdit;
  progress: Progress;
  listed: ListedPage;
  card: PaymentCard;
  check: LedgerEntry;
  held: HeldTotp;
  hook: EndpointKeys;
  asked: AskedEntry;
  template: OwnTemplate;
  verifier: KnownVerifier;
}
export type RecordTable = SealedTable & keyof RecordTypes;

const text = v.string();
const time = v.number();
const maybeText = v.nullable(text);
const maybeTime = v.nullable(time);

export const SHAPES: { [Table in RecordTable]: v.GenericSchema<unknown, RecordTypes[Table]> } = {
  account: v.variant('kind', [
    v.object({
      id: text,
      kind: v.literal('local'),
      name: text,
      createdAt: time,
      scheme: v.variant('type', [
        v.object({ type: v.literal('subaddress'), mailbox: text, separator: text }),
        v.object({ type: v.literal('catch-all'), domain: text }),
      ]),
      format: v.picklist(['site-hash', 'hash', 'site.hash']),
      tagKey: text,
    }),
    v.object({
      id: text,
      kind: v.literal('aliaskit'),
      name: text,
      createdAt: time,
      baseUrl: text,
      apiKey: text,
      cardKey: maybeText,
    }),
    v.object({
      id: text,
      kind: v.literal('anonli'),
      name: text,
      createdAt: time,
      baseUrl: text,
      apiKey: text,
      vault: v.nullable(
        v.object({ key: text, vaultId: text, generation: v.number(), email: text, authSalt: text }),
      ),
    }),
    v.object({
      id: text,
      kind: v.literal('kayle'),
      name: text,
      createdAt: time,
      baseUrl: text,
      apiKey: text,
    }),
  ]),
  address: v.object({
    id: text,
    accountId: text,
    kind: v.picklist(['alias', 'identity']),
    email: text,
    remoteId: maybeText,
    site: maybeText,
    label: text,
    note: text,
    persona: v.nullable(
      v.object({
        name: text,
        phone: maybeText,
        birthDate: maybeText,
        metadata: v.record(text, v.unknown()),
      }),
    ),
    active: v.boolean(),
    createdAt: time,
    updatedAt: time,
    usedAt: maybeTime,
    forwarding: v.exactOptional(forwarding),
  }),
  message: v.object({
    id: text,
    accountId: text,
    addressId: text,
    remoteId: text,
    channel: v.picklist(['email', 'sms']),
    direction: v.picklist(['inbound', 'outbound']),
    from: text,
    to: text,
    subject: text,
    snippet: text,
    bodySize: v.exactOptional(v.number()),
    read: v.boolean(),
    mark: v.exactOptional(v.object({ at: time, to: v.picklist(['tell', 'told', 'keep']) })),
    receivedAt: time,
    usedAt: maybeTime,
    attachments: v.exactOptional(v.array(v.object({ name: text, type: text, size: v.nullable(v.number()) }))),
    threadId: v.exactOptional(text),
    replyTo: v.exactOptional(text),
  }),
  body: v.object({ id: text, text: maybeText, html: maybeText }),
  folder: v.object({
    id: text,
    accountId: text,
    addressId: text,
    channel: v.picklist(['email', 'sms']),
    askedAt: time,
    next: v.nullable(v.number()),
  }),
  totp: v.object({
    id: text,
    issuer: text,
    account: text,
    secret: text,
    algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
    digits: v.number(),
    period: v.number(),
    site: maybeText,
    createdAt: time,
  }),
  check: ledgerEntry,
  hook: endpointKeys,
  asked: askedEntry,
  template: ownTemplate,
  verifier: v.object({ id: text, host: text, addedAt: time }),
  held: v.object({
    id: text,
    accountId: text,
    addressId: text,
    remoteId: text,
    issuer: text,
    site: maybeText,
    digits: v.nullable(v.number()),
    period: v.nullable(v.number()),
    createdAt: time,
  }),
  card: v.object({
    id: text,
    accountId: text,
    addressId: text,
    remoteId: text,
    last4: text,
    brand: maybeText,
    expMonth: v.nullable(v.number()),
    expYear: v.nullable(v.number()),
    budgetCents: v.nullable(v.number()),
    spentCents: v.number(),
    status: v.picklist(['active', 'frozen', 'cancelled', 'unknown']),
    name: text,
    label: v.exactOptional(text),
    createdAt: time,
    updatedAt: time,
  }),
  draft: v.object({ id: text, value: text }),
  mute: v.object({ id: text, site: text, until: maybeTime }),
  rule: v.object({
    id: text,
    site: text,
    means: v.picklist(['email', 'code', 'never']),
    field: v.object({ type: text, name: text, label: text, form: text, path: text, at: v.number() }),
    createdAt: time,
  }),
  secret: v.object({ id: text, value: text }),
  outbox: queuedEdit,
  progress,
  listed: v.object({ id: text, accountId: text, startedAt: time, ids: v.array(text) }),
};
