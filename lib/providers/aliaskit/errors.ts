// AliasKit's refusals as our codes, by tables. Leans on contract §1.4: three error bodies are in circulation (type, code,
// plain string) and all end here in one form. Believes a body only as far as its own error; what is quoted of it is cut,
// cleaned and stripped of keys, since a server may echo what it was sent.
import * as v from 'valibot';
import { AppError, type ErrorCode, type ErrorDetail } from '../../error.ts';
import type { Answer, Ask } from '../http.ts';
import { cardRefusal } from './card-refusals.ts';

type Kind =
  | 'invalid_request'
  | 'unauthorized'
  | 'upgrade_required'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'internal_error';

/** The product's own types (§1.4, first table) and the 402 that only its error page knows. */
const CODE_OF: Readonly<Record<Kind, ErrorCode>> = {
  invalid_request: 'rejected',
  unauthorized: 'unauthorized',
  upgrade_required: 'plan',
  forbidden: 'missing-scope',
  not_found: 'not-found',
  conflict: 'conflict',
  rate_limited: 'rate-limited',
  internal_error: 'server',
};

/** Finer codes of the error page (§1.4, second table), where the name alone does not tell. */
const KIND_OF_CODE: readonly (readonly [RegExp, Kind])[] = [
  [/^validation_error$/, 'invalid_request'],
  [/^auth_(?:required|invalid)$/, 'unauthorized'],
  [/^auth_forbidden$/, 'forbidden'],
  [/^(?:upgrade_required|free_tier_.+)$/, 'upgrade_required'],
  [/_not_found$/, 'not_found'],
];

/** Statuses whose meaning is not their class's. */
const KIND_OF_STATUS: Readonly<Record<number, Kind>> = {
  401: 'unauthorized',
  402: 'upgrade_required',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  412: 'conflict',
  425: 'rate_limited',
  429: 'rate_limited',
};

const text = v.fallback(v.optional(v.string()), undefined);
const errorObject = v.object({
  type: text,
  code: text,
  message: text,
  param: text,
  fields: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});
const errorBody = v.object({
  error: v.union([
    v.pipe(
      v.string(),
      v.transform((message) => ({ message })),
    ),
    errorObject,
  ]),
  // The oldest shape puts its code beside the sentence.
  code: text,
});

interface Refusal {
  kind: Kind;
  code: string | undefined;
  message: string | undefined;
  param: string | undefined;
}

/** An answer outside 2xx as its error. Total: whatever came, one code comes out. */
export function explainAliaskit({ status, body, retryAfter }: Answer, ask: Ask): AppError {
  if (status >= 500) return new AppError('server', { ...said(normalise(status, body)), status });
  // 304 without a cached copy, or a redirect without a target: no answer to what we asked.
  if (status < 400) return new AppError('malformed', { field: '$', status });
  if (status === 408) return new AppError('timeout', { status });
  const wait = retryAfter === null ? {} : { retryAfter };
  if (body.kind === 'other') {
    // Not AliasKit but something in front of it: its 401 or 404 says nothing of our key or address. A 429 is meant for us.
    return status === 429
      ? new AppError('rate-limited', { ...wait, status })
      : new AppError('malformed', { field: '$', status });
  }
  const refusal = normalise(status, body);
  const ofCard = cardRefusal(refusal, { status, retryAfter }, ask);
  if (ofCard !== null) return new AppError(ofCard, { ...said(refusal), ...wait, status });
  return new AppError(codeOf(refusal), {
    ...said(refusal),
    ...fieldOf(refusal),
    ...limitOf(refusal, ask),
    ...(refusal.kind === 'rate_limited' ? wait : {}),
    status,
  });
}

function normalise(status: number, body: Answer['body']): Refusal {
  const parsed = v.safeParse(errorBody, body.kind === 'json' ? body.value : undefined);
  const error: Partial<v.InferOutput<typeof errorObject>> = parsed.success ? parsed.output.error : {};
  const code = error.code ?? (parsed.success ? parsed.output.code : undefined);
  return {
    kind: kindOfType(error.type) ?? kindOfCode(code) ?? kindOfCode(error.type) ?? kindOfStatus(status),
    code: code ?? (kindOfType(error.type) === undefined ? error.type : undefined),
    message: error.message,
    param: error.param ?? Object.keys(error.fields ?? {})[0],
  };
}

const kindOfType = (type: string | undefined): Kind | undefined =>
  type !== undefined && Object.hasOwn(CODE_OF, type) ? (type as Kind) : undefined;

const kindOfCode = (code: string | undefined): Kind | undefined =>
  code === undefined
    ? undefined
    : (kindOfType(code) ?? KIND_OF_CODE.find(([pattern]) => pattern.test(code))?.[1]);

const kindOfStatus = (status: number): Kind =>
  KIND_OF_STATUS[status] ?? (status >= 500 ? 'internal_error' : 'invalid_request');

/** A 403 that names a field or a finer code is about the request (a card's budget, §6.4), not about the key's scopes. */
function codeOf({ kind, code, param }: Refusal): ErrorCode {
  const finer = code !== undefined && kindOfCode(code) !== 'forbidden';
  if (kind !== 'forbidden') return CODE_OF[kind];
  if (kindOfCode(code) === 'upgrade_required') return 'plan';
  return param !== undefined || finer ? 'rejected' : CODE_OF.forbidden;
}

function fieldOf({ param }: Refusal): ErrorDetail {
  return param !== undefined && /^[\w.[\]$-]{1,64}$/.test(param) ? { field: param } : {};
}

/** Which right or which allowance was not enough; other refusals are not about limits, whatever their code. */
function limitOf(refusal: Refusal, ask: Ask): ErrorDetail {
  const code = codeOf(refusal);
  if (code === 'missing-scope') return { limit: ask.scope };
  const named = refusal.code !== undefined && /^[\w.:-]{1,64}$/.test(refusal.code) ? refusal.code : null;
  if (code === 'plan') return { limit: named ?? 'upgrade_required' };
  return refusal.kind === 'forbidden' && named !== null ? { limit: named } : {};
}

/** The server's sentence: one line, no control or direction characters, no key of ours, at most 300 characters. */
function said({ message = '' }: Refusal): ErrorDetail {
  const line = message
    .slice(0, 1200)
    .replace(/\bak_[a-z]+_[\w-]*/g, 'ak_…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line === '' ? {} : { said: [...line].slice(0, 300).join('') };
}
