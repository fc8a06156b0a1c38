// Sends mail by SMTP to the sandbox's own server, for identities and for the shop alike. Leans on nodemailer, which
// writes the MIME. Never reaches another host.
import { createTransport } from 'nodemailer';

export interface Letter {
  /** `Name <address>` or a bare address; its address is also the envelope's sender. */
  from: string;
  to: string;
  subject: string;
  text?: string | undefined;
  html?: string | undefined;
  /** `<…@…>`; made up if absent. */
  messageId?: string | undefined;
  /** What it answers (RFC 5322 §3.6.4). */
  inReplyTo?: string | undefined;
  references?: string | undefined;
  headers?: Record<string, string> | undefined;
  attachments?: { filename: string; content: Buffer | string; contentType?: string }[] | undefined;
  /** The whole mail as it goes over the wire, in place of all but the envelope: for what no honest program writes. */
  raw?: string | undefined;
}

export interface Post {
  /** Resolves when the server has accepted, that is stored, the letter. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export function createPost(smtp: { host: string; port: number }): Post {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: false,
    ignoreTLS: true,
    pool: true,
  });
  return {
    async send(letter) {
      const given = Object.fromEntries(Object.entries(letter).filter(([, value]) => value !== undefined));
      const { from, to, raw } = letter;
      const whole = raw === undefined ? given : { raw, envelope: { from, to } };
      await transport.sendMail({ ...whole, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}
