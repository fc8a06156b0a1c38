// Words for webhooks: events, deliveries, what became of an answer on its way, an endpoint's name. Leans on lib/checks/delivery.ts; words
// of newer services are shown as themselves, cleaned.
import type {
  CheckEventType,
  Delivery,
  DeliveryStatus,
  EventDelivery,
  WebhookEndpoint,
} from '../../lib/check.ts';
import { keptFor, nextTry, PAUSES } from '../../lib/checks/delivery.ts';
import { t } from '../../lib/i18n.ts';
import { own } from '../../lib/own.ts';
import type { RetentionHours } from '../../lib/webhook-view.ts';
import type { BadgeTone } from '../parts/badge.tsx';
import { cleanLine } from './plain-text.ts';
import { wait } from './time.ts';

export const EVENT_TYPES = [
  'verification.session.succeeded',
  'verification.session.failed',
  'verification.session.expired',
  'verification.session.cancelled',
] as const;

const EVENTS: Readonly<Record<(typeof EVENT_TYPES)[number], () => string>> = {
  'verification.session.succeeded': () => t('checkStatusSucceeded'),
  'verification.session.failed': () => t('checkStatusFailed'),
  'verification.session.expired': () => t('checkStatusExpired'),
  'verification.session.cancelled': () => t('checkStatusCancelled'),
};

/** @param word in the service's words */
export function eventName(word: string): string {
  const known = EVENT_TYPES.find((type) => type === word);
  return known ? EVENTS[known]() : cleanLine(word);
}

const OUTCOMES: Record<CheckEventType, (() => string) | null> = {
  succeeded: () => t('checkStatusSucceeded'),
  failed: () => t('checkStatusFailed'),
  expired: () => t('checkStatusExpired'),
  cancelled: () => t('checkStatusCancelled'),
  unknown: null,
};

/** How a check ended, as an event or an answer tells it; older services' events by their outcome. */
export function outcomeName(type: CheckEventType, word: string): string {
  return OUTCOMES[type]?.() ?? cleanLine(word);
}

export function endpointName({ name, url }: Pick<WebhookEndpoint, 'name' | 'url'>): string {
  return cleanLine(name ?? '') || cleanLine(url);
}

export const RETENTIONS: Record<RetentionHours, () => string> = {
  0: () => t('hookKeepNone'),
  24: () => t('hookKeepDay'),
  72: () => t('hookKeepThree'),
  168: () => t('hookKeepWeek'),
};

interface DeliveryWords {
  label: () => string;
  tone: BadgeTone;
}

export const DELIVERIES: Record<DeliveryStatus, DeliveryWords> = {
  pending: { label: () => t('deliveryPending'), tone: 'warn' },
  delivering: { label: () => t('deliveryDelivering'), tone: 'warn' },
  succeeded: { label: () => t('deliverySucceeded'), tone: 'good' },
  failed: { label: () => t('deliveryFailed'), tone: 'bad' },
  unknown: { label: () => t('checkStatusUnknown'), tone: 'plain' },
};

/** What became of the sealed answer itself, by the service's word for why it keeps it, or not. */
const KEPT: Readonly<Record<string, () => string>> = {
  delivered: () => t('keptDelivered'),
  expired: () => t('keptExpired'),
  no_active_key: () => t('keptNoKey'),
  jwe_creation_failed: () => t('keptNotSealed'),
  privacy_request: () => t('keptWithdrawn'),
};

/** @returns sentences on one delivery: tries, the receiver's last word, the next try, how long the answer is kept */
export function deliverySays(delivery: Delivery, now: number): string[] {
  const { attempts, lastStatus } = delivery;
  const next = nextTry(delivery);
  return [
    ...(attempts > 0 && delivery.lastAttemptAt !== null
      ? [t('deliveryTries', attempts, PAUSES.length + 1)]
      : []),
    ...(lastStatus === null ? [] : [t('deliveryLast', lastStatus)]),
    ...(next === null ? [] : [next <= now ? t('deliveryNextNow') : t('deliveryNext', wait(next - now))]),
    ...keptSays(delivery, now),
  ];
}

/** @returns at most one sentence: how long the sealed answer is still kept, or why it is not */
export function keptSays(delivery: EventDelivery, now: number): string[] {
  const left = keptFor(delivery, now);
  if (left === null) return [];
  if (left > 0) return [t('keptFor', wait(left))];
  return [own(KEPT, delivery.retentionReason ?? '')?.() ?? t('keptGone')];
}
