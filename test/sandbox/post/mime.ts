// A raw mail as the inbox sees it: decoded text, HTML, headers and what was attached. Leans on postal-mime for the
// MIME; keeps names, types and sizes of attachments, not their bytes. Hostile input is expected and never executed.
import PostalMime from 'postal-mime';
import type { Attachment } from '../world/state.ts';

export interface ParsedMail {
  /** `Name <address>` or a bare address. */
  from: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  attachments: Attachment[];
}

/** A mail the SMTP server accepted, with the envelope's recipients. */
export interface SeenMail extends ParsedMail {
  /** Sandbox time, milliseconds. */
  at: number;
  recipients: string[];
  /** Bytes on the wire. */
  size: number;
}

const blankIsNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text;

export async function parseMail(raw: Uint8Array, envelopeFrom: string): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw);
  const sender = mail.from;
  const address = sender?.address || envelopeFrom;
  return {
    from: sender?.name ? `${sender.name} <${address}>` : address,
    subject: mail.subject ?? '',
    text: blankIsNull(mail.text),
    html: blankIsNull(mail.html),
    headers: Object.fromEntries(mail.headers.map((header) => [header.key, header.value])),
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename,
      contentType: attachment.mimeType,
      size:
        typeof attachment.content === 'string' ? attachment.content.length : attachment.content.byteLength,
    })),
  };
}
