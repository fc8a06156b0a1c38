// Making an alias (contract §1.6): plain and `generate=true`. Names of labels are refused before anything else; then the
// schema, then recipients, local part and plan, domain, uniqueness, in the service's own order.
import { setTimeout } from 'node:timers/promises';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { newId } from './accounts.ts';
import { isTaken, putAliases } from './alias-rows.ts';
import { type Check, choice, email, jsonOf, optional, readStrict, text, texts } from './body.ts';
import { type Call, created, type Reply } from './call.ts';
import { isVerified } from './domain-rows.ts';
import { ApiError, refuse } from './errors.ts';
import { checkLocalPart, madeUp } from './local-parts.ts';
import { requireRoom } from './plans.ts';
import { defaultRecipient, recipientByEmail, recipientsByIds } from './recipients-of.ts';
import { aliasShape } from './shapes.ts';

export const OWN_DOMAIN = 'anon.li';
const FORMATS = ['random_characters', 'random_words', 'uuid', 'custom'] as const;
const METADATA = ['description', 'label', 'note', 'encrypted_label', 'encrypted_note'];

const TARGET: Readonly<Record<string, Check>> = {
  domain: optional(text(253)),
  recipient_ids: optional(texts(10, text(50))),
  recipient_email: optional(email(254)),
};
const TARGETS: Readonly<Record<Settings['anonli']['generate_takes'], Readonly<Record<string, Check>>>> = {
  domain: { domain: optional(text(253)) },
  target: TARGET,
};
const WISH: Readonly<Record<string, Check>> = {
  domain: optional(text(253)),
  format: optional(choice(...FORMATS)),
  local_part: optional(text(64)),
  recipient_ids: optional(texts(10, text(50))),
  recipient_email: optional(email(254)),
};

function refuseMetadata(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (METADATA.some((name) => Object.hasOwn(value, name)))
    throw new ApiError({
      code: 'VALIDATION_ERROR',
      message:
        'Alias labels and notes are vault-encrypted. Create the alias first, then PATCH encrypted_label or encrypted_note using the returned alias ID.',
      routed: true,
    });
}

function recipients(call: Call, body: Record<string, unknown>): string[] {
  const { recipient_ids: ids, recipient_email: address } = body;
  if (Array.isArray(ids) && ids.length > 0) return recipientsByIds(call, ids);
  if (typeof address === 'string') return [recipientByEmail(call, address)];
  return [defaultRecipient(call)];
}

function requireDomain({ state, who }: Call, domain: string): void {
  if (domain === OWN_DOMAIN) return;
  if (domain === '') throw refuse('VALIDATION_ERROR', 'Domain is required');
  const row = [...state.domains.values()].find((one) => one.domain === domain && one.owner === who.owner);
  if (row === undefined) throw refuse('FORBIDDEN', 'Domain not associated with this account');
  if (!isVerified(row)) throw refuse('VALIDATION_ERROR', 'Domain not verified');
}

/** Owners for whom one is being made, where the service fails when it is asked in parallel. */
const busy = new WeakMap<World, Set<string>>();
/** Milliseconds that a creation then takes, so that another can come in between. */
const WORK = 20;

export async function createAlias(call: Call): Promise<Reply> {
  if (call.world.state.settings.anonli.parallel_creates === 'work') return make(call);
  const { world, who } = call;
  const owners = busy.get(world) ?? new Set();
  busy.set(world, owners);
  if (owners.has(who.owner)) throw new ApiError({ code: 'INTERNAL_ERROR', message: 'Internal server error' });
  owners.add(who.owner);
  try {
    await setTimeout(WORK);
    return make(call);
  } finally {
    owners.delete(who.owner);
  }
}

function make(call: Call): Reply {
  const { state, who, world, random } = call;
  const value: unknown = call.generate && call.text.trim() === '' ? {} : jsonOf(call.text);
  refuseMetadata(value);
  const { generate_takes } = world.state.settings.anonli;
  const body = readStrict(value, call.generate ? TARGETS[generate_takes] : WISH);
  const recipientIds = recipients(call, body);
  const custom = body.format === 'custom';
  const local = custom ? checkLocalPart(body.local_part) : madeUp(call, body.format);
  requireRoom(state, who.owner, who.user.tier, custom);
  const domain = typeof body.domain === 'string' ? body.domain : OWN_DOMAIN;
  requireDomain(call, domain);
  const address = `${local}@${domain}`;
  if (isTaken(state, address)) throw refuse('CONFLICT', 'Alias already taken on this domain');
  const now = world.now();
  const row = {
    id: newId(random),
    owner: who.owner,
    email: address,
    custom,
    active: true,
    encryptedLabel: null,
    encryptedNote: null,
    recipientIds,
    createdAt: now,
    updatedAt: now,
  };
  putAliases(state, [row]);
  return created(aliasShape(row));
}
