// The table of admin routes: method and path to what they do. Each decodes its own body; none of them exists in
// AliasKit, so nothing of the product may call one.
import * as v from 'valibot';
import { acceptSms, storeMail } from '../aliaskit/inbound.ts';
import { issueKey } from '../aliaskit/keys.ts';
import { identitySummary } from '../aliaskit/shapes.ts';
import { FaultSchema } from '../edge/faults.ts';
import { TroubleSchema } from '../realtime/server.ts';
import { changeSettings, SettingsChange } from '../world/settings.ts';
import { type KeyRow, SCOPES } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { anonliRoutes } from './anonli-routes.ts';
import { type AdminCall, NotThere } from './call.ts';
import { kayleRoutes } from './kayle-routes.ts';

const KeyWish = v.object({
  scopes: v.optional(v.array(v.picklist(SCOPES)), [...SCOPES]),
  plan: v.optional(v.picklist(['pro', 'free'])),
  rate_limit: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  account: v.optional(v.string()),
});
const KeyChange = v.object({
  ...v.partial(KeyWish).entries,
  scopes: v.optional(v.array(v.picklist(SCOPES))),
  revoked: v.optional(v.boolean()),
});
const InboundEmail = v.object({
  to: v.string(),
  from: v.string(),
  subject: v.optional(v.string(), ''),
  text: v.optional(v.nullable(v.string()), null),
  html: v.optional(v.nullable(v.string()), null),
  received_at: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});
const InboundSms = v.object({ to: v.string(), from: v.string(), body: v.string() });
const ClockChange = v.union([
  v.object({ offset_ms: v.number() }),
  v.object({ advance_ms: v.number() }),
  v.object({ now: v.pipe(v.string(), v.isoTimestamp()) }),
]);
const ResetWish = v.object({ seed: v.optional(v.string()) });

const keyView = ({ hash: _hash, ...row }: KeyRow): object => row;

function keyOf({ world, param }: AdminCall): KeyRow {
  const row = world.state.keys.get(param('id'));
  if (row === undefined) throw new NotThere('no such key');
  return row;
}

const clockView = (world: World): object => ({
  now: new Date(world.now()).toISOString(),
  offset_ms: world.state.clockOffset,
});

/** Entries of the journal after `since` (an id), narrowed by `path` (its beginning) and `method`. */
function journalOf({ world, query }: AdminCall): object {
  const since = Number(query.get('since') ?? 0);
  const path = query.get('path') ?? '';
  const method = query.get('method');
  return {
    requests: world.journal
      .list()
      .filter(
        (one) => one.id > since && one.path.startsWith(path) && (method === null || one.method === method),
      ),
  };
}

export const adminRoutes: Readonly<Record<string, (call: AdminCall) => object>> = {
  'POST /reset': ({ world, body }) => {
    world.reset(v.parse(ResetWish, body).seed);
    return { ok: true };
  },
  'GET /settings': ({ world }) => world.state.settings,
  'PATCH /settings': ({ world, body }) => {
    world.state.settings = changeSettings(world.state.settings, v.parse(SettingsChange, body));
    // A raised limit counts at once, not after the old bucket has filled.
    world.buckets.clear();
    return world.state.settings;
  },
  'GET /clock': ({ world }) => clockView(world),
  'POST /clock': ({ world, body }) => {
    const change = v.parse(ClockChange, body);
    if ('offset_ms' in change) world.state.clockOffset = change.offset_ms;
    else if ('advance_ms' in change) world.state.clockOffset += change.advance_ms;
    else world.state.clockOffset = Date.parse(change.now) - Date.now();
    return clockView(world);
  },
  'GET /keys': ({ world }) => ({ keys: [...world.state.keys.values()].map(keyView) }),
  'POST /keys': ({ world, body }) => {
    const { rate_limit, ...wish } = v.parse(KeyWish, body);
    const { key, row } = issueKey(world, { ...wish, rateLimit: rate_limit });
    return { key, ...keyView(row) };
  },
  'PATCH /keys/:id': (call) => {
    const row = keyOf(call);
    const { rate_limit, ...change } = v.parse(KeyChange, call.body);
    Object.assign(row, change, rate_limit !== undefined && { rateLimit: rate_limit });
    call.world.buckets.delete(row.id);
    return keyView(row);
  },
  'DELETE /keys/:id': (call) => {
    const row = keyOf(call);
    row.revoked = true;
    return keyView(row);
  },
  'GET /faults': ({ world }) => ({ faults: world.faults.list() }),
  'POST /faults': ({ world, body }) => {
    const wish = v.parse(v.union([FaultSchema, v.array(FaultSchema)]), body);
    for (const fault of Array.isArray(wish) ? wish : [wish]) world.faults.add(fault);
    return { faults: world.faults.list() };
  },
  'DELETE /faults': ({ world }) => {
    world.faults.clear();
    return { faults: [] };
  },
  'GET /requests': journalOf,
  'DELETE /requests': ({ world }) => {
    world.journal.clear();
    return { requests: [] };
  },
  'GET /identities': ({ world }) => ({
    identities: [...world.state.identities.values()].map((row) => ({
      ...identitySummary(row),
      account: row.account,
    })),
  }),
  'POST /inbound/email': ({ world, body }) => {
    const wish = v.parse(InboundEmail, body);
    const at = wish.received_at === undefined ? world.now() : Date.parse(wish.received_at);
    const mail = { ...wish, headers: {}, attachments: [] };
    world.remember({ ...mail, at, recipients: [wish.to], size: 0 });
    const row = storeMail(world, wish.to, mail, at);
    return { stored: row !== undefined, id: row?.id ?? null };
  },
  'POST /inbound/sms': ({ world, body }) => {
    const row = acceptSms(world, v.parse(InboundSms, body));
    return { stored: row !== undefined, id: row?.id ?? null };
  },
  'GET /mail': ({ world, query }) => {
    const to = query.get('to')?.toLowerCase();
    return {
      mails: world.mails.filter(
        (mail) => to === undefined || mail.recipients.some((one) => one.toLowerCase() === to),
      ),
    };
  },
  'GET /outbox': ({ world }) => ({
    emails: world.outbox.emailIds.flatMap((id) => world.state.emails.get(id) ?? []),
    sms: world.outbox.sms,
  }),
  'GET /shop/users': ({ world }) => ({
    users: [...world.state.shopUsers.values()].map((user) => ({
      name: user.name,
      email: user.email,
      verified: user.verified,
      two_factor: user.totpSecret !== null,
      mail_code: user.mailCode?.value ?? null,
      totp_secret: user.totpSecret ?? user.pendingTotpSecret,
    })),
  }),
  /** Every attempt to see a card, oldest first: who, from where, when, for how much (contract §13). */
  'GET /audit': ({ world }) => ({
    reveals: world.state.vaults.reveals.filter(({ type }) => type === 'reveal'),
    charges: world.state.vaults.charges,
  }),
  'GET /realtime': ({ realtime }) => ({ peers: realtime.view() }),
  'POST /realtime': ({ realtime, body }) => {
    realtime.trouble(v.parse(TroubleSchema, body));
    return { peers: realtime.view() };
  },
  'GET /caught': ({ world }) => ({ caught: world.caught }),
  ...anonliRoutes,
  ...kayleRoutes,
};
