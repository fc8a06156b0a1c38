// anon.li's errors and the three bodies they have (contract §1.3), chosen by a switch where the service itself has a
// choice. The one place that knows those shapes; throws and catches nothing.
import type { Settings } from '../world/settings.ts';
import type { Tier } from './rows.ts';

export type ErrorCode =
  | 'VALIDATION_ERROR'
  | 'UNAUTHORIZED'
  | 'PAYMENT_REQUIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL_ERROR';

const STATUS: Record<ErrorCode, number> = {
  VALIDATION_ERROR: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
};

export interface Problem {
  field: string;
  message: string;
}

export interface Upgrade {
  scope: string;
  currentTier: Tier;
  suggestedTier: Tier;
  currentValue: number;
  limitValue: number;
}

export interface ErrorFacts {
  code: ErrorCode;
  message: string;
  details?: readonly Problem[] | { upgrade: Upgrade };
  headers?: Readonly<Record<string, string>>;
  /** Answered by the route itself, so it carries the rate and cache headers; errors from below it do not (§1.4). */
  routed?: boolean;
}

export class ApiError extends Error {
  readonly facts: ErrorFacts;
  constructor(facts: ErrorFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

/** Over a limiter of short windows: another body, whose `error` is a sentence (§1.3 B). */
export class TooMany extends Error {
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
  constructor(seconds: number, headers: Readonly<Record<string, string>>) {
    super('Too many requests');
    this.seconds = seconds;
    this.headers = headers;
  }
}

type Shape = Settings['anonli']['errors'];

const BODIES: Record<Shape, (facts: ErrorFacts, requestId: string) => unknown> = {
  standard: ({ message, code, details }, request_id) => ({
    error: { message, code, ...(details !== undefined && { details }) },
    meta: { request_id },
  }),
  bare: ({ message }) => ({ error: message }),
  message: ({ message }) => ({ message }),
};

export function errorResponse(
  facts: ErrorFacts,
  { errors, plan_status }: Pick<Settings['anonli'], 'errors' | 'plan_status'>,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const status = facts.code === 'PAYMENT_REQUIRED' ? plan_status : STATUS[facts.code];
  return Response.json(BODIES[errors](facts, requestId), {
    status,
    headers: { ...headers, ...facts.headers },
  });
}

export function burstResponse({ seconds, headers }: TooMany): Response {
  const body = {
    error: 'Too many requests',
    message: 'Rate limit exceeded. Please try again later.',
    retryAfter: seconds,
  };
  return Response.json(body, { status: 429, headers });
}

/** The service's error for a bare status, for faults on order. */
export function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(STATUS) as ErrorCode[];
  const near = status >= 500 ? 'INTERNAL_ERROR' : 'VALIDATION_ERROR';
  return codes.find((code) => STATUS[code] === status) ?? near;
}

export const refuse = (code: ErrorCode, message: string): ApiError => new ApiError({ code, message });
