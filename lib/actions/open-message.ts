// From a kept message to its place at the provider: what every act on one message begins with. Leans on the vault and on the
// account's provider; asks nobody.
import { AppError } from '../error.ts';
import type { Address, MessageSummary } from '../model.ts';
import type { Folder, InboxSlot } from '../providers/inbox-slot.ts';
import { getRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

export interface OpenMessage {
  message: MessageSummary;
  folder: Folder;
  inbox: InboxSlot;
}

export interface OpenInbox {
  address: Address;
  /** The identity's id at the provider. */
  remoteId: string;
  inbox: InboxSlot;
}

/** Errors: `not-found`; `no-account` where its account or address is gone, or has no inbox. */
export async function openMessage(u: Unlocked, id: string): Promise<OpenMessage> {
  const message = await getRecord(u, 'message', id);
  if (!message) throw new AppError('not-found', { what: 'message' });
  const { inbox, remoteId } = await openInbox(u, message.addressId);
  return { message, inbox, folder: { remoteId, channel: message.channel } };
}

/** Errors: `no-account` where the address or its account is gone, or has no inbox. */
export async function openInbox(u: Unlocked, addressId: string): Promise<OpenInbox> {
  const address = await getRecord(u, 'address', addressId);
  if (!address || address.remoteId === null) throw new AppError('no-account');
  const { provider } = await openAccount(u, address.accountId);
  if (!provider.inbox) throw new AppError('no-account');
  return { address, remoteId: address.remoteId, inbox: provider.inbox };
}
