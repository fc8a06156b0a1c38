// Verification sessions as Kayle sends them, in our own terms (contract §7): today's shape and the attempt-era one, in which
// a session is `completed` and only its attempts tell how. Unknown statuses are kept as their word; claim values never come.
import * as v from 'valibot';
import type { AskedClaim, Check, CheckStatus, CreatedCheck } from '../../check.ts';
import { cleaned, dataOf, id, orNull, time, timeOrNull, webUrl, wholeNumber, wordOrNull } from './wire.ts';

const STATUS: ReadonlyMap<string, CheckStatus> = new Map([
  ['created', 'created'],
  ['in_progress', 'in-progress'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['expired', 'expired'],
  ['cancelled', 'cancelled'],
  ['completed', 'completed'],
]);

/** @returns what a server's word for a status means; `unknown` for a new one */
export function statusOf(word: string): CheckStatus {
  return STATUS.get(word) ?? 'unknown';
}

/** A word of a server's own: short, and shown only where we have no own word for it. */
export const statusWord = v.pipe(
  v.string(),
  v.transform((word) => cleaned(word).slice(0, 64)),
);

/** By claim; kept in the server's order, for it is its own. A source we do not know counts as the asker's. */
export const askedClaims = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(64)),
    v.object({
      required: v.nullish(v.boolean(), false),
      reason: v.nullish(v.string(), ''),
      source: v.nullish(v.string(), 'rc'),
    }),
  ),
  v.transform((fields): AskedClaim[] =>
    Object.entries(fields).map(([claim, { required, reason, source }]) => ({
      claim,
      required,
      reason: cleaned(reason),
      chosen: source !== 'default',
    })),
  ),
);

const attempt = v.object({
  status: v.string(),
  failure_code: wordOrNull,
  created_at: timeOrNull,
});

const session = v.object({
  id,
  status: statusWord,
  failure_code: wordOrNull,
  nfc_tries_used: orNull(wholeNumber),
  liveness_tries_used: orNull(wholeNumber),
  share_fields: v.nullish(askedClaims, {}),
  redirect_url: wordOrNull,
  webhook_endpoint_id: v.pipe(
    orNull(v.union([id, v.array(id)])),
    v.transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
  ),
  verification_url: webUrl,
  cancel_token: v.nullish(v.pipe(v.string(), v.regex(/^\w{8,256}$/))),
  expires_at: time,
  created_at: time,
  updated_at: v.nullish(time),
  completed_at: timeOrNull,
  attempts: v.nullish(v.array(attempt), []),
});
type Wire = v.InferOutput<typeof session>;

/** How a session of the attempt era ended: by its last attempt, which a success always is. */
function ending({ status, failure_code, attempts }: Wire): Pick<Check, 'status' | 'failureCode'> {
  const known = statusOf(status);
  if (known !== 'completed') return { status: known, failureCode: failure_code };
  const last = [...attempts].sort((a, b) => (b.created_at ?? 0) - (a.created_at ?? 0))[0];
  if (last === undefined) return { status: 'completed', failureCode: failure_code };
  if (attempts.some((one) => one.status === 'succeeded')) return { status: 'succeeded', failureCode: null };
  return last.status === 'failed'
    ? { status: 'failed', failureCode: last.failure_code }
    : { status: 'completed', failureCode: last.failure_code };
}

function toCheck(wire: Wire): Check {
  const { nfc_tries_used: chip, liveness_tries_used: liveness } = wire;
  return {
    remoteId: wire.id,
    ...ending(wire),
    statusWord: wire.status,
    tries: chip === null || liveness === null ? null : { chip, liveness },
    claims: wire.share_fields,
    redirectUrl: wire.redirect_url,
    endpointIds: wire.webhook_endpoint_id,
    pageUrl: withoutToken(wire.verification_url),
    createdAt: wire.created_at,
    updatedAt: wire.updated_at ?? wire.created_at,
    expiresAt: wire.expires_at,
    completedAt: wire.completed_at,
  };
}

/** Older servers put the token into every answer; it is kept from the first one only. */
function withoutToken(link: string): string {
  const url = new URL(link);
  url.searchParams.delete('cancel_token');
  return url.href;
}

export const check = v.pipe(session, v.transform(toCheck));
export const checkData = dataOf(check);

export const createdCheck = dataOf(
  v.pipe(
    session,
    v.transform(
      (wire): CreatedCheck => ({
        check: toCheck(wire),
        link: wire.verification_url,
        cancelToken: wire.cancel_token ?? null,
      }),
    ),
  ),
);
