// Rows as the wire shows them: snake_case, ISO times of whole seconds, exactly the members of contract §§3–5.
// Pure; the only place where those member names are written.
import type { EmailRow, IdentityRow, SmsRow } from '../world/state.ts';

/** Characters of the collapsed text shown in a list (§4). */
const SNIPPET = 100;

export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const identityShape = (row: IdentityRow) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone_number: row.phoneNumber,
  date_of_birth: row.dateOfBirth,
  status: row.status,
  metadata: row.metadata,
  created_at: iso(row.createdAt),
  updated_at: iso(row.updatedAt),
});

export const identitySummary = (row: IdentityRow) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone_number: row.phoneNumber,
  status: row.status,
  created_at: iso(row.createdAt),
});

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The readable text of an HTML body, for snippets and search. */
export function stripHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d{1,7});/g, (_all, number) => String.fromCodePoint(Math.min(Number(number), 0x10ffff)))
    .replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);
}

export const readableText = (row: EmailRow): string => row.bodyText ?? stripHtml(row.bodyHtml ?? '');

function snippetOf(row: EmailRow): string {
  const text = readableText(row).replace(/\s+/g, ' ').trim();
  return text.length > SNIPPET ? `${text.slice(0, SNIPPET)}...` : text;
}

export const emailShape = (row: EmailRow) => ({
  id: row.id,
  from: row.from,
  to: row.to,
  subject: row.subject,
  body_text: row.bodyText,
  body_html: row.bodyHtml,
  read: row.read,
  received_at: iso(row.receivedAt),
});

export const emailSummary = (row: EmailRow) => ({
  id: row.id,
  from: row.from,
  to: row.to,
  subject: row.subject,
  snippet: snippetOf(row),
  read: row.read,
  received_at: iso(row.receivedAt),
});

/** What later sources show on a mail and the seed does not; sent only behind the `email_extras` switch. */
export const emailExtras = (row: EmailRow) => ({
  direction: row.direction,
  identity_id: row.identityId,
  thread_id: row.threadId,
  headers: row.headers,
  attachments: row.attachments.map((one) => ({
    filename: one.filename,
    content_type: one.contentType,
    size: one.size,
  })),
});

export const smsShape = (row: SmsRow) => ({
  id: row.id,
  from: row.from,
  to: row.to,
  body: row.body,
  direction: row.direction,
  read: row.read,
  received_at: iso(row.receivedAt),
});
