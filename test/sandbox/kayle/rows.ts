// What the sandbox's Kayle ID keeps: organisations, keys, sessions, endpoints, events, deliveries, and what its receiver got. Plain
// values in maps, kept by `--data`. Times are milliseconds of the sandbox clock; the wire's strings are made in shapes.ts.
import type { Draws } from '../world/random.ts';

export const SCOPES = [
  'sessions:read',
  'sessions:write',
  'webhooks:read',
  'webhooks:write',
  'analytics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

export const STATUSES = ['created', 'in_progress', 'succeeded', 'failed', 'expired', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export const EVENT_TYPES = [
  'verification.session.succeeded',
  'verification.session.failed',
  'verification.session.expired',
  'verification.session.cancelled',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const DELIVERY_STATUSES = ['pending', 'delivering', 'succeeded', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface OrgRow {
  id: string;
  name: string;
  /** Registrable domains it proved. */
  domains: string[];
  ownerChecked: boolean;
  frozen: boolean;
  /** Steps of the onboarding that are missing, in the service's own names. */
  missing: string[];
  termsAccepted: boolean;
  website: string | null;
  privacyPolicy: string | null;
  terms: string | null;
  description: string | null;
  appealUrl: string | null;
  complaintsUrl: string | null;
  fallbackUrl: string | null;
  supportEmail: string | null;
}

export interface KeyRow {
  hash: string;
  orgId: string;
  scopes: Scope[];
  disabled: boolean;
}

export interface ShareField {
  required: boolean;
  reason: string;
  source: 'default' | 'rc';
}

export interface SessionRow {
  id: string;
  orgId: string;
  status: Status;
  failureCode: string | null;
  nfcTries: number;
  livenessTries: number;
  shareFields: Record<string, ShareField>;
  redirectUrl: string | null;
  endpointIds: string[] | null;
  cancelToken: string;
  cancelTokenUsed: boolean;
  withdrawn: boolean;
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
  completedAt: number | null;
}

export interface EndpointRow {
  id: string;
  orgId: string;
  name: string | null;
  labels: string[];
  url: string;
  enabled: boolean;
  eventTypes: EventType[];
  retentionHours: number;
  secret: string;
  createdAt: number;
  updatedAt: number;
  disabledAt: number | null;
}

export interface KeyMaterialRow {
  id: string;
  endpointId: string;
  keyId: string;
  n: string;
  e: string;
  active: boolean;
  createdAt: number;
  updatedAt: number;
  disabledAt: number | null;
}

export interface EventRow {
  id: string;
  orgId: string;
  type: EventType;
  sessionId: string;
  createdAt: number;
}

export interface DeliveryRow {
  id: string;
  eventId: string;
  endpointId: string;
  keyMaterialId: string | null;
  status: DeliveryStatus;
  attempts: number;
  /** Kept by the workflow's timer in the real service, and never told (contract §8.6). */
  dueAt: number | null;
  /** The sealed answer; null once it was scrubbed, or never was. */
  jwe: string | null;
  payloadExpiresAt: number | null;
  payloadScrubbedAt: number | null;
  retentionReason: string | null;
  lastStatus: number | null;
  lastAttemptAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** One request that the sandbox's own receiver got. */
export interface ReceivedRow {
  box: string;
  at: number;
  headers: Record<string, string>;
  body: string;
}

export interface KayleState {
  draws: Draws;
  /** Key texts by name, for `--json`; the sandbox has no other way to tell them. */
  keyTexts: Record<string, string>;
  /** `development` takes loopback addresses for webhooks and redirects, as the service's own development values do. */
  mode: 'development' | 'production';
  orgs: Map<string, OrgRow>;
  /** By hash. */
  keys: Map<string, KeyRow>;
  sessions: Map<string, SessionRow>;
  endpoints: Map<string, EndpointRow>;
  keyMaterial: Map<string, KeyMaterialRow>;
  events: Map<string, EventRow>;
  deliveries: Map<string, DeliveryRow>;
  received: ReceivedRow[];
  /** What a receiver's box answers instead of 200. */
  boxStatus: Map<string, number>;
  /** When the five-minute sweep last ran. */
  sweptAt: number;
}

export function freshKayle(seed: string): KayleState {
  return {
    draws: { seed: `${seed}\nkayle`, count: 0 },
    keyTexts: {},
    mode: 'development',
    orgs: new Map(),
    keys: new Map(),
    sessions: new Map(),
    endpoints: new Map(),
    keyMaterial: new Map(),
    events: new Map(),
    deliveries: new Map(),
    received: [],
    boxStatus: new Map(),
    sweptAt: 0,
  };
}
