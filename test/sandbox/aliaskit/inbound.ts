// What comes in from outside: mail the SMTP server took and texts a phone provider posts. Each finds its identity by
// address, letter case aside; what belongs to none is acknowledged and dropped (contract §4.7, §5).
import type { ParsedMail, SeenMail } from '../post/mime.ts';
import type { EmailRow, IdentityRow, SmsRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { addEmail } from './emails.ts';
import { addSms } from './sms-rows.ts';

const living = (world: World): IdentityRow[] =>
  [...world.state.identities.values()].filter((row) => row.status !== 'deleted');

/** Stores a mail in the inbox of this address; undefined where nobody has it. */
export function storeMail(
  world: World,
  to: string,
  mail: ParsedMail,
  receivedAt: number = world.now(),
): EmailRow | undefined {
  const identity = living(world).find((row) => row.email === to.trim().toLowerCase());
  if (identity === undefined) return undefined;
  const row = addEmail(world, {
    identityId: identity.id,
    direction: 'inbound',
    from: mail.from,
    to: identity.email,
    subject: mail.subject,
    bodyText: mail.text,
    bodyHtml: mail.html,
    headers: mail.headers,
    attachments: mail.attachments,
    read: false,
    receivedAt,
  });
  world.changed();
  return row;
}

/** A mail from the SMTP server, once for each identity among the envelope's recipients. */
export function acceptMail(world: World, mail: Omit<SeenMail, 'at'>): void {
  world.remember({ ...mail, at: world.now() });
  const recipients = new Set(mail.recipients.map((one) => one.toLowerCase()));
  for (const to of recipients) storeMail(world, to, mail);
}

export function acceptSms(world: World, sms: { to: string; from: string; body: string }): SmsRow | undefined {
  const identity = living(world).find((row) => row.phoneNumber !== null && row.phoneNumber === sms.to);
  if (identity === undefined) return undefined;
  const row = addSms(world, {
    identityId: identity.id,
    direction: 'inbound',
    ...sms,
    read: false,
    receivedAt: world.now(),
  });
  world.changed();
  return row;
}
