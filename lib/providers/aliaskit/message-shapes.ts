// Mail and SMS as AliasKit sends them, decoded into our own terms (contract §4, §5). What the product's own reference shows is
// required; what only other sources name (direction, headers, attachments, threads) is taken where it can be read, and is never
// a reason to refuse a message.
import * as v from 'valibot';
import type { Attachment } from '../../message-parts.ts';
import type { RemoteMessage } from '../inbox-slot.ts';
import { instant, looseText, remoteId } from '../shape.ts';

type Direction = RemoteMessage['direction'];

/** The reference has no such field on mail; where it is missing, what was asked for decides. Unknown words came in. */
const directionOr = (missing: Direction) =>
  v.pipe(
    v.nullish(v.string(), missing),
    v.transform((word): Direction => (word === 'outbound' ? 'outbound' : 'inbound')),
  );

/** A list of hundreds of names is a list to be looked at elsewhere. */
const MOST_ATTACHMENTS = 100;

const loose = v.fallback(v.optional(v.string()), undefined);
const attachment = v.pipe(
  v.object({
    filename: loose,
    name: loose,
    content_type: loose,
    mime_type: loose,
    type: loose,
    size: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  }),
  v.transform(
    (wire): Attachment => ({
      name: (wire.filename ?? wire.name ?? '').slice(0, 255),
      type: (wire.content_type ?? wire.mime_type ?? wire.type ?? 'application/octet-stream').slice(0, 127),
      size: wire.size,
    }),
  ),
);
const attachments = v.fallback(
  v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) => all.slice(0, MOST_ATTACHMENTS).filter((one) => v.is(attachment, one))),
      v.array(attachment),
    ),
  ),
  undefined,
);

const headers = v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined);

function replyToOf(all: Record<string, unknown> | undefined): string | undefined {
  const [, value] = Object.entries(all ?? {}).find(([name]) => name.toLowerCase() === 'reply-to') ?? [];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 998) : undefined;
}

const emailFields = (missing: Direction) => ({
  id: remoteId,
  from: v.string(),
  to: v.string(),
  subject: looseText,
  direction: directionOr(missing),
  read: v.boolean(),
  received_at: instant,
  attachments,
  headers,
  thread_id: v.fallback(v.optional(remoteId), undefined),
});

type EmailFields = v.InferOutput<ReturnType<typeof emailOf>>;
const emailOf = (missing: Direction) => v.object(emailFields(missing));

/** What is not told stays absent: merging must be able to keep what it knows. */
const mailFacts = (wire: EmailFields) => {
  const replyTo = replyToOf(wire.headers);
  return {
    remoteId: wire.id,
    channel: 'email',
    direction: wire.direction,
    from: wire.from,
    to: wire.to,
    subject: wire.subject,
    read: wire.read,
    receivedAt: wire.received_at,
    ...(wire.attachments === undefined ? {} : { attachments: wire.attachments }),
    ...(wire.thread_id === undefined ? {} : { threadId: wire.thread_id }),
    ...(replyTo === undefined ? {} : { replyTo }),
  } as const;
};

/** Contract §4, list item: a snippet, no body. @param missing the direction of an item that names none */
export const emailSummary = (missing: Direction) =>
  v.pipe(
    v.object({ ...emailFields(missing), snippet: looseText }),
    v.transform((wire): RemoteMessage => ({ ...mailFacts(wire), snippet: wire.snippet, body: null })),
  );

/** Contract §4, single item: bodies, no snippet. */
export const email = (missing: Direction) =>
  v.pipe(
    v.object({
      ...emailFields(missing),
      body_text: v.nullish(v.string()),
      body_html: v.nullish(v.string()),
    }),
    v.transform(
      (wire): RemoteMessage => ({
        ...mailFacts(wire),
        snippet: '',
        body: { text: wire.body_text ?? null, html: wire.body_html ?? null },
      }),
    ),
  );

/** Contract §5: one shape for list and single item; a text message has no subject, and its snippet is all of it. */
export const sms = (missing: Direction) =>
  v.pipe(
    v.object({
      id: remoteId,
      from: v.string(),
      to: v.string(),
      body: v.string(),
      direction: directionOr(missing),
      read: v.boolean(),
      received_at: instant,
    }),
    v.transform(
      ({ id, received_at, body, ...rest }): RemoteMessage => ({
        ...rest,
        remoteId: id,
        channel: 'sms',
        subject: '',
        snippet: body,
        body: { text: body, html: null },
        receivedAt: received_at,
      }),
    ),
  );
