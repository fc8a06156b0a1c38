// Operations 7, 8 and 10–12 of the contract (§4): list, send, get, mark, delete. Sending goes out by SMTP to the
// sandbox's own server; reading marks nothing as read. Search is in search.ts.
import type { EmailRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, created, ok, type Reply, removed } from './call.ts';
import { ApiError, invalid } from './errors.ts';
import { looseText } from './fields.ts';
import { tellMail } from './happenings.ts';
import { identityOf } from './identities.ts';
import { pageOf } from './paging.ts';
import { emailExtras, emailShape, emailSummary } from './shapes.ts';
import { headersOfSent, threadOf } from './threads.ts';

const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

/** Newest first; rows of the same moment in reverse order of arrival. */
export function mailsOf(world: World, identityId: string): EmailRow[] {
  const rows = [...world.state.emails.values()].filter((row) => row.identityId === identityId);
  return rows.reverse().sort((a, b) => b.receivedAt - a.receivedAt);
}

export const listShape =
  (call: Call) =>
  (row: EmailRow): object =>
    call.world.state.settings.aliaskit.email_extras
      ? { ...emailSummary(row), direction: row.direction }
      : emailSummary(row);

const fullShape = (call: Call, row: EmailRow): object =>
  call.world.state.settings.aliaskit.email_extras
    ? { ...emailShape(row), ...emailExtras(row) }
    : emailShape(row);

export function listEmails(call: Call): Reply {
  const identity = identityOf(call);
  const direction = call.query.get('direction') === 'outbound' ? 'outbound' : 'inbound';
  const unread = call.query.get('unread') === 'true';
  const rows = mailsOf(call.world, identity.id).filter(
    (row) => row.direction === direction && !(unread && row.read),
  );
  return ok(pageOf(rows, call.query, listShape(call)));
}

export function addEmail(world: World, mail: Omit<EmailRow, 'id' | 'threadId'>): EmailRow {
  let id: string;
  do id = `email_${world.random.alnum(6)}`;
  while (world.state.emails.has(id));
  const row = { ...mail, id, threadId: threadOf(world, mail.identityId, mail.headers) };
  world.state.emails.set(id, row);
  tellMail(world, row, 'INSERT');
  return row;
}

export async function sendEmail(call: Call): Promise<Reply> {
  const { world } = call;
  const identity = identityOf(call);
  const body = await call.body();
  const to = looseText(body, 'to')?.trim();
  if (to === undefined || to === '') throw invalid('to', 'The "to" field is required.');
  if (!ADDRESS.test(to)) throw invalid('to', '"to" must be an e-mail address');
  const subject = looseText(body, 'subject') ?? '';
  const text = looseText(body, 'body_text');
  const html = looseText(body, 'body_html');
  if (!text && !html) throw invalid('body_text', 'body_text or body_html is required');
  const headers = headersOfSent(world, identity.id, { from: identity.email, to, subject });
  await call.post.send({
    from: identity.email,
    to,
    subject,
    text,
    html,
    messageId: headers['message-id'],
    inReplyTo: headers['in-reply-to'],
    references: headers.references,
  });
  const row = addEmail(world, {
    identityId: identity.id,
    direction: 'outbound',
    from: identity.email,
    to,
    subject,
    bodyText: text ?? null,
    bodyHtml: html ?? null,
    headers,
    attachments: [],
    read: true,
    receivedAt: world.now(),
  });
  world.outbox.emailIds.push(row.id);
  return created({ ...fullShape(call, row), direction: row.direction });
}

function emailOf(call: Call): EmailRow {
  const identity = identityOf(call);
  const row = call.world.state.emails.get(call.param('emailId'));
  if (row === undefined || row.identityId !== identity.id)
    throw new ApiError({ type: 'not_found', code: 'email_not_found', message: 'Email not found' });
  return row;
}

export const getEmail = (call: Call): Reply => ok(fullShape(call, emailOf(call)));

export async function markEmail(call: Call): Promise<Reply> {
  const row = emailOf(call);
  const { read } = await call.body();
  if (typeof read !== 'boolean') throw invalid('read', 'read must be a boolean');
  row.read = read;
  tellMail(call.world, row, 'UPDATE');
  return ok(fullShape(call, row));
}

export function deleteEmail(call: Call): Reply {
  const row = emailOf(call);
  call.world.state.emails.delete(row.id);
  tellMail(call.world, row, 'DELETE');
  return removed();
}
