// Operations 13–17 of the contract (§5): SMS in both directions. A text to another identity's number arrives there;
// everything else only reaches the outbox.
import type { SmsRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, created, ok, type Reply, removed } from './call.ts';
import { ApiError, invalid } from './errors.ts';
import { looseText } from './fields.ts';
import { tellSms } from './happenings.ts';
import { identityOf } from './identities.ts';
import { acceptSms } from './inbound.ts';
import { pageOf } from './paging.ts';
import { smsShape } from './shapes.ts';
import { addSms } from './sms-rows.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const LONGEST = 1600;

function textsOf(world: World, identityId: string): SmsRow[] {
  const rows = [...world.state.sms.values()].filter((row) => row.identityId === identityId);
  return rows.reverse().sort((a, b) => b.receivedAt - a.receivedAt);
}

export function listSms(call: Call): Reply {
  const identity = identityOf(call);
  const unread = call.query.get('unread') === 'true';
  const rows = textsOf(call.world, identity.id).filter((row) => !(unread && row.read));
  return ok(pageOf(rows, call.query, smsShape));
}

export async function sendSms(call: Call): Promise<Reply> {
  const { world } = call;
  const identity = identityOf(call);
  const body = await call.body();
  const to = looseText(body, 'to') ?? '';
  if (!E164.test(to)) throw invalid('to', '"to" must be a phone number in E.164 form');
  const text = looseText(body, 'body') ?? '';
  if (text === '' || text.length > LONGEST)
    throw invalid('body', `body must hold 1 to ${LONGEST} characters`);
  const from = identity.phoneNumber;
  if (from === null) throw invalid('from', 'This identity has no phone number');
  acceptSms(world, { to, from, body: text });
  const row = addSms(world, {
    identityId: identity.id,
    direction: 'outbound',
    from,
    to,
    body: text,
    read: true,
    receivedAt: world.now(),
  });
  world.outbox.sms.push({ at: row.receivedAt, from, to, body: text });
  return created(smsShape(row));
}

function smsOf(call: Call): SmsRow {
  const identity = identityOf(call);
  const row = call.world.state.sms.get(call.param('smsId'));
  if (row === undefined || row.identityId !== identity.id)
    throw new ApiError({ type: 'not_found', code: 'sms_not_found', message: 'SMS not found' });
  return row;
}

export const getSms = (call: Call): Reply => ok(smsShape(smsOf(call)));

export async function markSms(call: Call): Promise<Reply> {
  const row = smsOf(call);
  const { read } = await call.body();
  if (typeof read !== 'boolean') throw invalid('read', 'read must be a boolean');
  row.read = read;
  tellSms(call.world, row, 'UPDATE');
  return ok(smsShape(row));
}

export function deleteSms(call: Call): Reply {
  const row = smsOf(call);
  call.world.state.sms.delete(row.id);
  tellSms(call.world, row, 'DELETE');
  return removed();
}
