// The API's errors and the three bodies they are documented with (contract §1.4), chosen by a switch. The one place
// that knows those shapes; throws and catches nothing.
import type { Settings } from '../world/settings.ts';

export type ErrorType =
  | 'invalid_request'
  | 'unauthorized'
  | 'upgrade_required'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'internal_error';

/** The names of the second documented shape where it has one of its own. */
export type ErrorCode =
  | 'auth_required'
  | 'auth_invalid'
  | 'identity_not_found'
  | 'email_not_found'
  | 'sms_not_found'
  | 'free_tier_identity_limit'
  | 'free_tier_phone_blocked'
  | 'free_tier_custom_domains_blocked'
  | 'free_tier_cards_blocked'
  | 'free_tier_card_limit'
  | 'free_tier_totp_blocked'
  | 'card_not_found'
  | 'totp_not_found'
  | 'card_budget_exceeded'
  | 'card_frozen'
  | 'card_cancelled'
  | 'card_reveal_limit';

export interface ErrorFacts {
  type: ErrorType;
  message: string;
  param?: string | undefined;
  code?: ErrorCode | undefined;
  /** Differs from the type's own only for 405, which the API's list lacks. */
  status?: number | undefined;
  headers?: Record<string, string> | undefined;
}

const STATUS: Record<ErrorType, number> = {
  invalid_request: 400,
  unauthorized: 401,
  upgrade_required: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  internal_error: 500,
};

/** Code of the second shape for a type without a finer one. */
const CODE: Record<ErrorType, string> = {
  invalid_request: 'validation_error',
  unauthorized: 'auth_invalid',
  upgrade_required: 'upgrade_required',
  forbidden: 'auth_forbidden',
  not_found: 'not_found',
  conflict: 'conflict',
  rate_limited: 'rate_limited',
  internal_error: 'internal_error',
};

const FINER: ReadonlySet<ErrorCode | undefined> = new Set([
  'card_budget_exceeded',
  'card_frozen',
  'card_cancelled',
  'card_reveal_limit',
]);

type Shape = Settings['aliaskit']['errors'];

const BODIES: Record<Shape, (facts: ErrorFacts, status: number) => unknown> = {
  seed: ({ type, message, param, code }, status) => ({
    error: {
      type,
      message,
      ...(param !== undefined && { param }),
      status,
      // The seed has no type for plan limits and none for cards, so only there the finer name is needed on top.
      ...((type === 'upgrade_required' || FINER.has(code)) && { code }),
    },
  }),
  codes: ({ type, message, param, code }) => ({
    error: {
      code: code ?? CODE[type],
      message,
      ...(param !== undefined && { fields: { [param]: message } }),
    },
  }),
  text: ({ message }) => ({ error: message }),
};

export class ApiError extends Error {
  readonly facts: ErrorFacts;
  constructor(facts: ErrorFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

export function errorResponse(facts: ErrorFacts, shape: Shape): Response {
  const status = facts.status ?? STATUS[facts.type];
  return Response.json(BODIES[shape](facts, status), { status, headers: facts.headers ?? {} });
}

/** The API's error for a bare status, for faults on order. */
export function factsOfStatus(status: number): ErrorFacts {
  const types = Object.keys(STATUS) as ErrorType[];
  const type =
    types.find((one) => STATUS[one] === status) ?? (status >= 500 ? 'internal_error' : 'invalid_request');
  return { type, status, message: `Fault on order: ${status}` };
}

export const invalid = (param: string, message: string): ApiError =>
  new ApiError({ type: 'invalid_request', param, message });
