// Webhooks as screens know them: endpoints with their health and keys, deliveries, and opened answers with the check they belong to.
// Plain JSON; leans on the nouns of lib/check.ts. No private key is in any of it, and a secret only where somebody asked to see it.
import type { EncryptionKey, WebhookEndpoint } from './check.ts';
import type { LedgerView } from './ledger.ts';
import type { OpenedAnswer } from './sealed-answer.ts';

/** The worst thing that is true of an endpoint now. */
export type Health =
  | 'disabled'
  | 'no-key'
  /** The active key's private half is not on this device. */
  | 'foreign-key'
  /** The last answer could not be sealed. */
  | 'lost'
  | 'failing'
  | 'trying'
  | 'unused'
  | 'well';

export interface EndpointView {
  endpoint: WebhookEndpoint;
  /** Newest first. */
  keys: KeyView[];
  health: Health;
  /** Whether its signing secret is on this device: without it, who sent an answer cannot be told. */
  secretKnown: boolean;
}

export interface KeyView extends Omit<EncryptionKey, 'jwk'> {
  /** Whether its private half is on this device. */
  ours: boolean;
}

/** An endpoint as it is typed; lengths and kinds are the service's to refuse. */
export interface EndpointDraft {
  url: string;
  name: string;
  labels: string[];
  /** In the server's words; never empty. */
  eventTypes: string[];
  retentionHours: RetentionHours;
}

/** How long the service keeps an answer that it could not deliver. */
export const RETENTION_HOURS = [0, 24, 72, 168] as const;
export type RetentionHours = (typeof RETENTION_HOURS)[number];

/** What of an endpoint is changed; what is absent stays. */
export interface EndpointEdit extends Partial<EndpointDraft> {
  enabled?: boolean;
}

/** One page of a list that goes on after an item; `next` is null at its end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** One sealed answer after somebody tried to open it. */
export interface AnswerView {
  opened: OpenedAnswer;
  /** The check it answers, or null where no ledger line is known for it. */
  entry: LedgerView | null;
  /** When the same answer was first opened here, milliseconds since the epoch; null if this is the first time. */
  before: number | null;
  /** Whether it stands in the ledger now. */
  kept: boolean;
}
