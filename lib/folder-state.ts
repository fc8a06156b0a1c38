// How far one identity's messages on one channel were read from their service: a noun, plain JSON. Leans on the model.
import type { Channel } from './model.ts';

export interface FolderState {
  id: string;
  accountId: string;
  addressId: string;
  channel: Channel;
  /** When its newest messages were last asked for, milliseconds since the epoch. */
  askedAt: number;
  /** Where the service's list goes on behind what was fetched; null when all of it was. */
  next: number | null;
}
