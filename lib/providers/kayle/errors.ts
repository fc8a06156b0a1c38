// Kayle's refusals as our codes, by tables (contract §3, §4): the envelope with a code, the bare `{error}` of 401, 403 and 413,
// a ZodError whose message is JSON in a string, and plain text. The status decides first, then the code; hint and docs may be
// missing. What is quoted of a body is cut, cleaned and stripped of keys, since a server may echo what it was sent.
import * as v from 'valibot';
import { AppError, type ErrorCode, type ErrorDetail } from '../../error.ts';
import type { Answer, Ask } from '../http.ts';

/** Codes that say more than their status does. What is not listed is judged by its status alone. */
const CODE_OF: ReadonlyMap<string, { code: ErrorCode; field?: string }> = new Map<
  string,
  { code: ErrorCode; field?: string }
>([
  ['ORGANIZATION_FROZEN', { code: 'set-up' }],
  ['ONBOARDING_INCOMPLETE', { code: 'set-up' }],
  ['RP_TERMS_ACCEPTANCE_REQUIRED', { code: 'set-up' }],
  // Waiting helps too, but only a day of it: proving who one is, is the way the service wants.
  ['ORG_NOT_VERIFIED_LIMIT_EXCEEDED', { code: 'set-up' }],
  ['INVALID_SHARE_FIELDS', { code: 'rejected', field: 'share_fields' }],
  ['UNKNOWN_CLAIM_KEY', { code: 'rejected', field: 'share_fields' }],
  ['INVALID_AGE_GATE_KEY', { code: 'rejected', field: 'share_fields' }],
  ['MULTIPLE_AGE_GATES_NOT_ALLOWED', { code: 'rejected', field: 'share_fields' }],
  ['DOB_AND_AGE_GATE_CONFLICT', { code: 'rejected', field: 'share_fields' }],
  ['REASON_REQUIRED', { code: 'rejected', field: 'share_fields' }],
  ['REASON_TOO_LONG', { code: 'rejected', field: 'share_fields' }],
  ['TOO_MANY_SHARE_FIELDS', { code: 'rejected', field: 'share_fields' }],
  ['INVALID_REDIRECT_URL', { code: 'rejected', field: 'redirect_url' }],
  ['REDIRECT_URL_DOMAIN_NOT_VERIFIED', { code: 'rejected', field: 'redirect_url' }],
  ['REDIRECT_URL_PATTERN_NOT_REGISTERED', { code: 'rejected', field: 'redirect_url' }],
  ['WEBHOOK_ENDPOINT_UNAVAILABLE', { code: 'rejected', field: 'webhook_endpoint_id' }],
  ['WEBHOOK_URL_REJECTED', { code: 'rejected', field: 'url' }],
  ['SESSION_NOT_FOUND', { code: 'not-found' }],
  ['INVALID_SESSION_ID', { code: 'not-found' }],
  // The keyless pages answer 410 once it is over; to whoever asks, it is over, not gone wrong.
  ['SESSION_EXPIRED', { code: 'conflict' }],
]);

const CODE_OF_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'unauthorized'],
  [402, 'plan'],
  [403, 'missing-scope'],
  [404, 'not-found'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'set-up'],
  [425, 'rate-limited'],
  [429, 'rate-limited'],
]);

const text = v.fallback(v.optional(v.string()), undefined);
const errorBody = v.object({
  error: v.object({ code: text, message: text, hint: text, name: text }),
});
const issues = v.array(
  v.object({
    path: v.fallback(v.array(v.union([v.string(), v.number()])), []),
    message: v.fallback(v.string(), ''),
  }),
);

interface Refusal {
  code: string;
  message: string;
  hint: string;
  /** The first member complained of. */
  field?: string;
}

/** An answer outside 2xx as its error. Total: whatever came, one code comes out. */
export function explainKayle({ status, body, retryAfter }: Answer, ask: Ask): AppError {
  const { code: reason, message, hint, field } = read(body);
  const told = said(hint === '' ? message : `${message} ${hint}`);
  if (status >= 500) return new AppError('server', { ...told, status });
  if (status < 400) return new AppError('malformed', { field: '$', status });
  // Plain text or a page: its router (nothing lies at this path), its JSON parser, or something in front of it. None of
  // these speaks of our key or our check; a 429 is meant for us all the same.
  if (body.kind === 'other' && status !== 429) return new AppError('malformed', { field: '$', status });
  const known = CODE_OF.get(reason);
  const code = known?.code ?? CODE_OF_STATUS.get(status) ?? 'rejected';
  const wrong = known?.field ?? field;
  return new AppError(code, {
    ...told,
    ...(reason === '' ? {} : { reason }),
    ...(code === 'rejected' && wrong !== undefined ? { field: wrong } : {}),
    ...(code === 'missing-scope' ? { limit: ask.scope } : {}),
    ...(retryAfter === null ? {} : { retryAfter }),
    status,
  });
}

function read(body: Answer['body']): Refusal {
  const parsed = v.safeParse(errorBody, body.kind === 'json' ? body.value : undefined);
  if (!parsed.success) return { code: '', message: '', hint: '' };
  const { code = '', message = '', hint = '', name } = parsed.output.error;
  if (name === 'ZodError') return readIssues(message);
  return { code: /^[A-Z][A-Z_]{1,63}$/.test(code) ? code : '', message, hint };
}

/** A ZodError keeps its issues as JSON in its message. */
function readIssues(message: string): Refusal {
  const parsed = v.safeParse(issues, jsonOrNull(message));
  const [first] = parsed.success ? parsed.output : [];
  if (first === undefined) return { code: '', message, hint: '' };
  const field = first.path.join('.');
  const named = /^[\w.]{1,64}$/.test(field) ? { field } : {};
  return { code: '', message: first.message, hint: '', ...named };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Besides SyntaxError, absurd nesting may exhaust the stack: the text's fault as well.
    return null;
  }
}

/** The server's sentence: one line, no control or direction characters, no key, secret or token, at most 300 characters. */
function said(message: string): ErrorDetail {
  const line = message
    .slice(0, 1200)
    .replace(/\b(kk|whsec)_\w*/g, '$1_…')
    .replace(/cancel_token=\w*/g, 'cancel_token=…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line === '' ? {} : { said: [...line].slice(0, 300).join('') };
}
