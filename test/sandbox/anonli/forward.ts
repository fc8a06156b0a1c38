// What anon.li's mail server does: mail for an alias that is on goes, by SMTP, to each of its recipients; one that is off
// swallows it. At a catch-all domain the first mail makes the alias. Nothing is signed, rewritten or encrypted.
import type { SeenMail } from '../post/mime.ts';
import type { Post } from '../post/send.ts';
import type { World } from '../world/world.ts';
import { randomOf } from './accounts.ts';
import { isTaken, putAliases } from './alias-rows.ts';
import { domainNamed, isVerified } from './domain-rows.ts';
import type { AliasRow } from './rows.ts';

/** Tells a forwarded mail from one that was sent to the recipient itself. */
export const FORWARDED = 'x-anonli-alias';

type Mail = Omit<SeenMail, 'at'>;

/** @returns what takes every mail the SMTP server took; sends on without waiting, as relays do */
export function createForwarding(post: Pick<Post, 'send'>): (world: World, mail: Mail) => void {
  return (world, mail) => {
    for (const address of new Set(mail.recipients.map((one) => one.toLowerCase()))) {
      const alias = aliasFor(world, address);
      if (alias === undefined) continue;
      // Moves with every mail, received or blocked: no sign that somebody changed the alias (§1.6).
      alias.updatedAt = world.now();
      world.changed();
      if (alias.active) for (const to of recipientsOf(world, alias)) forwardTo(post, mail, address, to);
    }
  };
}

const recipientsOf = (world: World, alias: AliasRow): string[] =>
  alias.recipientIds.flatMap((id) => world.state.anonli.recipients.get(id)?.email ?? []);

function aliasFor(world: World, address: string): AliasRow | undefined {
  const state = world.state.anonli;
  if (isTaken(state, address)) return [...state.aliases.values()].find(({ email }) => email === address);
  const domain = domainNamed(state, address.slice(address.indexOf('@') + 1));
  if (domain === undefined || !domain.catchAll || !isVerified(domain)) return undefined;
  const recipient = [...state.recipients.values()].find((row) => row.owner === domain.owner && row.isDefault);
  const now = world.now();
  const row: AliasRow = {
    // Longer alphabet than everything else's: this program of the service makes its own (§1.1).
    id: `c${Buffer.from(randomOf(state).bytes(12)).toString('base64url')}`,
    owner: domain.owner,
    email: address,
    custom: true,
    active: true,
    encryptedLabel: null,
    encryptedNote: null,
    recipientIds: recipient === undefined ? [] : [recipient.id],
    createdAt: now,
    updatedAt: now,
  };
  putAliases(state, [row]);
  return row;
}

function forwardTo(post: Pick<Post, 'send'>, mail: Mail, alias: string, to: string): void {
  const { from, subject } = mail;
  const letter = { from, to, subject, text: mail.text ?? undefined, html: mail.html ?? undefined };
  post
    .send({ ...letter, headers: { [FORWARDED]: alias } })
    .catch((error: Error) => console.error(`sandbox anon.li: forwarding failed: ${error.message}`));
}
