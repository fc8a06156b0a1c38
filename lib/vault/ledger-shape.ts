// What a line of the ledger of checks, and what opens its answers, must look like when it comes out of its box. Leans on valibot; only
// looks, like shapes.ts.
import * as v from 'valibot';
import { CHECK_STATUSES } from '../check.ts';
import type { EndpointKeys } from '../endpoint-keys.ts';
import type { KeptAnswer, LedgerEntry } from '../ledger.ts';

const text = v.string();
const maybeText = v.nullable(text);
const time = v.number();
const maybeTime = v.nullable(time);
const claim = { claim: text, required: v.boolean(), reason: text };

const check = v.object({
  remoteId: text,
  status: v.picklist(CHECK_STATUSES),
  statusWord: text,
  failureCode: maybeText,
  tries: v.nullable(v.object({ chip: v.number(), liveness: v.number() })),
  claims: v.array(v.object({ ...claim, chosen: v.boolean() })),
  redirectUrl: maybeText,
  endpointIds: v.nullable(v.array(text)),
  pageUrl: text,
  createdAt: time,
  updatedAt: time,
  expiresAt: time,
  completedAt: maybeTime,
});

const answer: v.GenericSchema<unknown, KeptAnswer> = v.object({
  type: v.picklist(['succeeded', 'failed', 'expired', 'cancelled', 'unknown']),
  typeWord: text,
  eventId: maybeText,
  claims: v.array(v.object({ claim: text, value: v.nullable(v.union([text, v.boolean()])) })),
  failureCode: maybeText,
  cancelReason: maybeText,
  signedAt: time,
  openedAt: time,
});

export const ledgerEntry: v.GenericSchema<unknown, LedgerEntry> = v.object({
  id: text,
  accountId: text,
  whom: text,
  site: maybeText,
  claims: v.array(v.object(claim)),
  redirectUrl: text,
  endpointIds: v.array(text),
  check: v.nullable(check),
  link: maybeText,
  cancelToken: maybeText,
  sentAt: time,
  lostAt: maybeTime,
  origin: v.picklist(['here', 'adopted', 'elsewhere']),
  clockOffset: v.number(),
  updatedAt: time,
  lookedAt: v.exactOptional(time),
  twins: v.exactOptional(v.array(v.object({ remoteId: text, createdAt: time }))),
  answer: v.exactOptional(answer),
});

export const endpointKeys: v.GenericSchema<unknown, EndpointKeys> = v.object({
  id: text,
  accountId: text,
  endpointId: text,
  secrets: v.array(v.object({ value: text, until: maybeTime })),
  keys: v.array(v.object({ keyId: text, pkcs8: text, madeAt: time })),
});
