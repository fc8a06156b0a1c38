// The SMTP server on loopback, through which every mail of the sandbox passes. Accepts any recipient and relays
// nothing: what belongs to no identity is acknowledged and dropped (contract §4.7). Leans on smtp-server.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { parseMail, type SeenMail } from './mime.ts';

/** Advertised with SIZE (RFC 1870); bytes. */
const LARGEST = 30 * 1024 * 1024;

export interface Smtp {
  host: string;
  port: number;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1 (port 0 picks one). `accept` has stored the mail when its promise resolves; only then the client reads 250. */
export async function startSmtp(port: number, accept: (mail: Omit<SeenMail, 'at'>) => void): Promise<Smtp> {
  const server = new SMTPServer({
    name: 'mail.localhost',
    banner: 'Moniker sandbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST,
    closeTimeout: 200,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('Message too large'), { responseCode: 552 }));
          return;
        }
        const raw = Buffer.concat(chunks);
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        parseMail(raw, from).then(
          (mail) => {
            const recipients = session.envelope.rcptTo.map((rcpt) => rcpt.address);
            accept({ ...mail, recipients, size: raw.length });
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  // A client that vanishes in mid-sentence is its own affair; without a listener it would end the process.
  server.on('error', (error) => console.error('sandbox smtp:', error.message));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port: address.port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
