// anon.li's refusals as our codes, by tables (contract §1.3): a standard body with a code, a limiter's whose `error` is a
// sentence, a bare one; all end here in one form. Believes a body only as far as its own error; what is quoted of it is cut,
// cleaned and stripped of keys, since a server may echo what it was sent.
import * as v from 'valibot';
import { AppError, type ErrorCode, type ErrorDetail } from '../../error.ts';
import type { Answer, Ask } from '../http.ts';
import { LONGEST_WAIT } from '../retry-after.ts';
import { isMonthSpent } from './rate.ts';

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

interface Row {
  of: readonly ErrorCode[];
  /** What its sentence says. */
  says: RegExp;
  /** Only on this route. */
  path?: string;
  code: ErrorCode;
  facts: ErrorDetail;
}

/** Refusals whose code says less than their sentence (§1.3, §1.5, §1.7, §1.8): the first row that fits decides. */
const BY_SENTENCE: readonly Row[] = [
  {
    // The key is good, the vault's password is not: same status, same code.
    of: ['unauthorized'],
    path: '/vault/unlock',
    says: /password/i,
    code: 'wrong-passphrase',
    facts: { what: 'vault' },
  },
  { of: ['missing-scope', 'rejected'], says: /\b(?:limit|upgrade|maximum)\b/i, code: 'plan', facts: {} },
  {
    of: ['missing-scope'],
    says: /personal api key/i,
    code: 'missing-scope',
    facts: { limit: 'personal-key' },
  },
  {
    of: ['missing-scope'],
    says: /organi[sz]ation role/i,
    code: 'missing-scope',
    facts: { limit: 'organization-admin' },
  },
  // Of an account or an organisation: no other key would help.
  { of: ['missing-scope'], says: /\b(?:disabled|suspended)\b/i, code: 'missing-scope', facts: {} },
  { of: ['missing-scope'], says: /domain/i, code: 'rejected', facts: { field: 'domain' } },
];

/** What is full where a refusal does not say, in the service's own terms: the first route that fits. */
const FULL: readonly (readonly [path: RegExp, scope: string])[] = [
  [/^\/recipient\b/, 'alias_recipients'],
  [/^\/domain\b/, 'alias_domains'],
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
const upgrade = v.object({
  upgrade: v.object({
    scope: term,
    currentTier: v.fallback(v.optional(term), undefined),
    suggestedTier: v.fallback(v.optional(term), undefined),
  }),
});

/** An answer outside 2xx as its error. Total: whatever came, one code comes out. */
export function explainAnonli(answer: Answer, ask: Ask): AppError {
  const { status, body } = answer;
  const refusal = read(body);
  if (status >= 500) return new AppError('server', { ...said(refusal.message), status });
  if (status < 400) return new AppError('malformed', { field: '$', status });
  if (status === 408) return new AppError('timeout', { status });
  const waits = status === 429 ? waitOf(answer, refusal.wait) : {};
  if (body.kind === 'other') {
    // Its site or something in front of it: a page says nothing of our key or alias. A 429 is meant for us.
    return status === 429
      ? new AppError('rate-limited', { ...waits, status })
      : new AppError('malformed', { field: '$', status });
  }
  const plain = CODE_OF.get(refusal.code) ?? CODE_OF_STATUS.get(status) ?? 'rejected';
  const row = BY_SENTENCE.find(
    ({ of, says, path }) =>
      of.includes(plain) && says.test(refusal.message) && (path ?? ask.path) === ask.path,
  );
  const code = row?.code ?? plain;
  return new AppError(code, {
    ...said(refusal.message),
    ...(row?.facts ?? (plain === 'missing-scope' ? { limit: ask.scope } : {})),
    ...detailsOf(code, refusal.details, ask),
    ...waits,
    status,
  });
}

/** How long, and whether it is the month's requests that are used up rather than a window of minutes. */
function waitOf(answer: Answer, told: number | null): ErrorDetail {
  const wait = answer.retryAfter ?? told;
  return {
    ...(wait === null ? {} : { retryAfter: Math.min(wait, LONGEST_WAIT) }),
    ...(isMonthSpent(answer) ? { limit: 'api_requests' } : {}),
  };
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
function detailsOf(code: ErrorCode, details: unknown, { path }: Ask): ErrorDetail {
  if (code === 'plan') {
    const parsed = v.safeParse(upgrade, details);
    if (!parsed.success) return { limit: FULL.find(([of]) => of.test(path))?.[1] ?? 'upgrade_required' };
    const { scope, currentTier, suggestedTier } = parsed.output.upgrade;
    // The highest plan suggests itself: nothing lifts that limit.
    return suggestedTier === undefined || suggestedTier === currentTier
      ? { limit: scope }
      : { limit: scope, plan: suggestedTier };
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
