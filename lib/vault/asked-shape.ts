// What a check the user was asked for, and a template of their own, must look like when they come out of their box. Leans on valibot; only
// looks, like shapes.ts.
import * as v from 'valibot';
import type { AskedEntry } from '../asked.ts';
import { CHECK_STATUSES } from '../check.ts';
import type { OwnTemplate } from '../check-template.ts';

const text = v.string();
const maybeText = v.nullable(text);
const time = v.number();
const claim = { claim: text, required: v.boolean(), reason: text };

const organization = v.object({
  id: text,
  name: text,
  ownerChecked: v.nullable(v.boolean()),
  verifiedDomains: v.array(text),
  logoUrl: maybeText,
  businessType: maybeText,
  businessName: maybeText,
  jurisdiction: maybeText,
  registrationNumber: maybeText,
  websiteUrl: maybeText,
  privacyPolicyUrl: maybeText,
  termsUrl: maybeText,
  description: maybeText,
});

const asked = v.object({
  sessionId: text,
  claims: v.array(v.object({ ...claim, chosen: v.boolean() })),
  ageOnly: v.boolean(),
  organization,
  recourse: v.object({
    appealUrl: maybeText,
    complaintsUrl: maybeText,
    otherWayUrl: maybeText,
    email: maybeText,
  }),
  expiresAt: v.nullable(time),
});

const status = v.object({
  sessionId: text,
  status: v.picklist(CHECK_STATUSES),
  statusWord: text,
  ended: v.boolean(),
  completedAt: v.nullable(time),
  redirectUrl: maybeText,
});

export const askedEntry: v.GenericSchema<unknown, AskedEntry> = v.object({
  id: text,
  sessionId: text,
  host: text,
  origin: text,
  official: v.boolean(),
  asked,
  status: v.nullable(status),
  before: maybeText,
  cancelToken: maybeText,
  metAt: time,
  seenAt: time,
});

export const ownTemplate: v.GenericSchema<unknown, OwnTemplate> = v.object({
  id: text,
  name: text,
  claims: v.array(v.object(claim)),
  redirectUrl: text,
  createdAt: time,
});
