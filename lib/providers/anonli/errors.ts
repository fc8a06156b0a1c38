// anon.li's refusals as our codes, by tables (contract §1.3): a standard body with a code, a limiter's whose `error` is a
// sentence, a bare one; all end here in one form. Believes a body only as far as its own error; what is quoted of it is cut,
// cleaned and stripped of keys, since a server may echo what it was sent.
import * as v from 'valibot';
import { AppError, type ErrorCode, type ErrorDetail } from '../../error.ts';
import type { Answer, Ask } from '../http.ts';

const CODE_OF: ReadonlyMap<string, ErrorCode> = new Map([
  ['VALIDATION_ERROR', 'rejected'],
  ['INVALID_REQUEST', 'rejected'],
  ['UNAUTHORIZED', 'unauthorized'],
  ['PAYMENT_REQUIRED', 'plan'],
  ['PLAN_LIMIT_EXCEEDED', 'plan'],
  ['FORBIDDEN', 'missing-scope'],
  ['NOT_FOUND', 'not-found'],
  ['CONFLICT', 'conflict'],
  ['GONE', 'not-found'],
  ['RATE_LIMITED', 'rate-limited'],
]);

const CODE_OF_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'unauthorized'],
  [402, 'plan'],
  [403, 'missing-scope'],
  [404, 'not-found'],
  [409, 'conflict'],
  [410, 'not-found'],
  [425, 'rate-limited'],
  [429, 'rate-limited'],
]);

/** Refusals whose code says less than their sentence (§1.3, §1.5, §1.7, §1.8): the first row that fits decides. */
const BY_SENTENCE: readonly (readonly [codes: readonly ErrorCode[], RegExp, ErrorCode, ErrorDetail])[] = [
  // The key is good, the vault's password is not: same status, same code.
  [['unauthorized'], /password/i, 'wrong-passphrase', { what: 'vault' }],
  [['missing-scope', 'rejected'], /\b(?:limit|upgrade|maximum)\b/i, 'plan', { limit: 'upgrade_required' }],
  [['missing-scope'], /personal api key/i, 'missing-scope', { limit: 'personal-key' }],
  [['missing-scope'], /organi[sz]ation role/i, 'missing-scope', { limit: 'organization-admin' }],
  [['missing-scope'], /domain/i, 'rejected', { field: 'domain' }],
];

const text = v.fallback(v.optional(v.string()), undefined);
const errorObject = v.object({
  message: text,
  code: text,
  details: v.fallback(v.optional(v.unknown()), undefined),
});
const errorBody = v.object({
  error: v.optional(v.union([v.string(), errorObject])),
  message: text,
  retryAfter: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0))), undefined),
});
const problems = v.looseTuple([v.object({ field: v.pipe(v.string(), v.regex(/^[\w.]{1,64}$/)) })]);
const term = v.pipe(v.string(), v.regex(/^\w{1,64}$/));
const upgrade = v.object({ upgrade: v.object({ scope: term, suggestedTier: term }) });

/** An answer outside 2xx as its error. Total: whatever came, one code comes out. */
export function explainAnonli({ status, body, retryAfter }: Answer, ask: Ask): AppError {
  const refusal = read(body);
  if (status >= 500) return new AppError('server', { ...said(refusal.message), status });
  if (status < 400) return new AppError('malformed', { field: '$', status });
  if (status === 408) return new AppError('timeout', { status });
  const wait = retryAfter ?? refusal.wait;
  if (body.kind === 'other') {
    // Its site or something in front of it: a page says nothing of our key or alias. A 429 is meant for us.
    return status === 429
      ? new AppError('rate-limited', { ...(wait === null ? {} : { retryAfter: wait }), status })
      : new AppError('malformed', { field: '$', status });
  }
  const plain = CODE_OF.get(refusal.code) ?? CODE_OF_STATUS.get(status) ?? 'rejected';
  const [, , code, facts] = BY_SENTENCE.find(
    ([codes, pattern]) => codes.includes(plain) && pattern.test(refusal.message),
  ) ?? [null, null, plain, plain === 'missing-scope' ? { limit: ask.scope } : {}];
  return new AppError(code, {
    ...said(refusal.message),
    ...facts,
    ...detailsOf(code, refusal.details),
    ...(code === 'rate-limited' && wait !== null ? { retryAfter: wait } : {}),
    status,
  });
}

function read(body: Answer['body']) {
  const parsed = v.safeParse(errorBody, body.kind === 'json' ? body.value : undefined);
  const { error, message, retryAfter } = parsed.success ? parsed.output : {};
  const object = typeof error === 'object' ? error : {};
  return {
    code: object.code ?? '',
    // A limiter's own sentence is the finer one of its two.
    message: object.message ?? message ?? (typeof error === 'string' ? error : ''),
    details: object.details,
    wait: retryAfter === undefined ? null : retryAfter * 1000,
  };
}

/** Which field was wrong, or which allowance is used up and which plan has more of it. */
function detailsOf(code: ErrorCode, details: unknown): ErrorDetail {
  if (code === 'plan') {
    const parsed = v.safeParse(upgrade, details);
    if (!parsed.success) return { limit: 'upgrade_required' };
    const { scope, suggestedTier } = parsed.output.upgrade;
    return { limit: scope, plan: suggestedTier };
  }
  const parsed = v.safeParse(problems, details);
  return parsed.success ? { field: parsed.output[0].field } : {};
}

/** The server's sentence: one line, no control or direction characters, no key of ours, at most 300 characters. */
function said(message: string): ErrorDetail {
  const line = message
    .slice(0, 1200)
    .replace(/\bak_[\w-]*/g, 'ak_…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line === '' ? {} : { said: [...line].slice(0, 300).join('') };
}
