// Answers on their way: when the next try comes, how long an answer is still kept, and one line on an endpoint's health. Pure.
// The schedule is the service's own (contract §8.6); newer servers do not tell the next try, so it is worked out.
import type { Delivery, DeliveryStatus, EncryptionKey, EventDelivery, WebhookEndpoint } from '../check.ts';
import type { Health } from '../webhook-view.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first try, the second, …; eight tries in all. */
export const PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];

/** @returns when it will be tried again, milliseconds since the epoch; null if it will not, or if that cannot be known */
export function nextTry(delivery: Delivery): number | null {
  if (delivery.status !== 'pending') return null;
  if (delivery.nextAttemptAt !== null) return delivery.nextAttemptAt;
  const pause = PAUSES[delivery.attempts - 1];
  return delivery.lastAttemptAt === null || pause === undefined ? null : delivery.lastAttemptAt + pause;
}

/** Why an answer cannot be sent once more; null if it can. */
export type RetryBar = 'delivering' | 'gone' | null;

/** Whether sending again can work: not while it is being sent, and not after the answer was deleted. */
export function retryBar(delivery: EventDelivery, now: number): RetryBar {
  if (delivery.status === 'delivering') return 'delivering';
  return keptFor(delivery, now) === 0 ? 'gone' : null;
}

/** Reasons that mean that there is no sealed answer, and never was. */
const NEVER_SEALED: ReadonlySet<string> = new Set(['no_active_key', 'jwe_creation_failed']);

/** @returns milliseconds until the sealed answer is deleted; 0 if it is; null where that is not said */
export function keptFor(
  { payloadExpiresAt, payloadScrubbedAt, retentionReason, status }: EventDelivery,
  now: number,
): number | null {
  if (NEVER_SEALED.has(retentionReason ?? '')) return 0;
  if (payloadScrubbedAt !== null) return 0;
  if (payloadExpiresAt !== null) return Math.max(0, payloadExpiresAt - now);
  // Servers that keep nothing but delivered ones said nothing of a time limit.
  return status === 'succeeded' ? 0 : null;
}

const OVER: ReadonlySet<DeliveryStatus> = new Set(['succeeded', 'failed']);

/** What could not be sealed was never tried: it counts from when it was made. */
const triedAt = ({ lastAttemptAt, createdAt }: Delivery): number => lastAttemptAt ?? createdAt;

/** Somebody else's key is no trouble of theirs: it only means that this device opens nothing. */
export const HEALTH = {
  disabled: { words: 'checkHealthDisabled', tone: 'plain' },
  'no-key': { words: 'checkHealthNoKey', tone: 'bad' },
  'foreign-key': { words: 'checkHealthForeignKey', tone: 'plain' },
  lost: { words: 'checkHealthLost', tone: 'bad' },
  failing: { words: 'checkHealthFailing', tone: 'bad' },
  trying: { words: 'checkHealthTrying', tone: 'plain' },
  unused: { words: 'checkHealthUnused', tone: 'good' },
  well: { words: 'checkHealthWell', tone: 'good' },
} as const satisfies Record<Health, { words: string; tone: 'good' | 'plain' | 'bad' }>;

/**
 * The worst thing that is true of an endpoint now.
 * @param keys its encryption keys; `ours`: names of those whose private half is kept here
 * @param deliveries its latest, in any order
 */
export function healthOf(
  endpoint: WebhookEndpoint,
  keys: readonly EncryptionKey[],
  ours: ReadonlySet<string>,
  deliveries: readonly Delivery[],
): Health {
  if (!endpoint.enabled) return 'disabled';
  const active = keys.filter((key) => key.active);
  if (active.length === 0) return 'no-key';
  const latest = [...deliveries].sort((a, b) => triedAt(b) - triedAt(a))[0];
  if (latest?.status === 'failed') {
    if (!NEVER_SEALED.has(latest.retentionReason ?? '')) return 'failing';
    // A key made since then is the cure: the loss is over.
    if (!active.some(({ createdAt }) => createdAt > triedAt(latest))) return 'lost';
  }
  if (latest !== undefined && !OVER.has(latest.status) && latest.attempts > 0) return 'trying';
  if (!active.some(({ keyId }) => ours.has(keyId))) return 'foreign-key';
  return latest === undefined || latest.status === 'failed' ? 'unused' : 'well';
}
