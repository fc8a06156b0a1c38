// Conversations of an identity: which mail answers which, by Message-ID where mails name one (RFC 5322 §3.6.4), and which earlier
// mail a sent one answers, by partner and subject, since the API has no member for it (contract §4.2). Pure over the rows.
import type { EmailRow } from '../world/state.ts';
import type { World } from '../world/world.ts';

const idsIn = (text: string | undefined): string[] => text?.match(/<[^<>\s]+>/g) ?? [];

const mailsOf = (world: World, identityId: string): EmailRow[] =>
  [...world.state.emails.values()].filter((row) => row.identityId === identityId);

/** The thread of the mail that these headers answer, or a new one. */
export function threadOf(world: World, identityId: string, headers: EmailRow['headers']): string {
  const answered = new Set([...idsIn(headers['in-reply-to']), ...idsIn(headers.references)]);
  const parent = mailsOf(world, identityId).findLast((row) =>
    idsIn(row.headers['message-id']).some((id) => answered.has(id)),
  );
  return parent?.threadId ?? `thread_${world.random.alnum(6)}`;
}

const baseOf = (subject: string): string =>
  subject
    .replace(/^(?:\s*re\s*:)+/i, '')
    .trim()
    .toLowerCase();

const addressOf = (text: string): string => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();

/** The headers of a mail that this identity sends: its own id, and what it answers if the subject says that it does. */
export function headersOfSent(
  world: World,
  identityId: string,
  { from, to, subject }: { from: string; to: string; subject: string },
): Record<string, string> {
  const own = { 'message-id': `<${world.random.hex(24)}@${from.split('@')[1] ?? 'localhost'}>` };
  if (!/^\s*re\s*:/i.test(subject)) return own;
  const partner = addressOf(to);
  const parent = mailsOf(world, identityId).findLast(
    (row) =>
      [addressOf(row.from), addressOf(row.to)].includes(partner) && baseOf(row.subject) === baseOf(subject),
  );
  const parentId = parent?.headers['message-id'];
  if (parentId === undefined) return own;
  const references = [...idsIn(parent?.headers.references), parentId].join(' ');
  return { ...own, 'in-reply-to': parentId, references };
}
