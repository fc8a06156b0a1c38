// Authenticator entries that AliasKit holds (contract §7): registered, listed, asked for codes, removed. Leans on the transport.
// A secret travels once, at registering, and is never read back: no route gives it.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import type { TotpAlgorithm } from '../../model.ts';
import type { Ask, Transport } from '../http.ts';
import { instant, listOf, looseText, remoteId } from '../shape.ts';
import type { RemoteCode, RemoteTotp, TotpSlot } from '../totp-slot.ts';
import { identityPath } from './identities.ts';
import { listAll, removeUnlessGone } from './requests.ts';

const READ = 'identities:read';
const WRITE = 'identities:write';

const ALGORITHMS: readonly TotpAlgorithm[] = ['SHA1', 'SHA256', 'SHA512'];

/** `sha-256`, `SHA256`, …; null for one that is not known here. */
const algorithm = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((text): TotpAlgorithm | null => {
    const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return ALGORITHMS.find((one) => one === plain) ?? null;
  }),
);
const count = v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null);

/** Only `id` and `service_name` are documented; the rest is taken where it comes. */
const entry = v.pipe(
  v.object({
    id: remoteId,
    service_name: looseText,
    algorithm: v.fallback(algorithm, null),
    digits: count,
    period: count,
    created_at: v.fallback(v.nullable(instant), null),
  }),
  v.transform(
    ({ id, service_name, created_at, ...rest }): RemoteTotp => ({
      ...rest,
      remoteId: id,
      issuer: service_name,
      createdAt: created_at,
    }),
  ),
);

const code = v.object({
  code: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{4,10}$/)),
  remaining_seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(3600)),
});

/** A code that ends sooner would be typed too late. */
const LEAST = 3000;
/** Servers round; a code asked for at the very end of its time may come again. */
const SLACK = 300;
const TRIES = 3;

export function totpSlot(send: Transport, now: () => number = Date.now): TotpSlot {
  const folder = (identityId: string): string => `${identityPath(identityId)}/totp`;
  const path = (identityId: string, totpId: string): string =>
    `${folder(identityId)}/${encodeURIComponent(totpId)}`;

  const askCode = async (ask: Ask<typeof code>, signal?: AbortSignal): Promise<RemoteCode> => {
    const sent = now();
    const { code, remaining_seconds } = await send(ask, signal);
    // How old the answer is, nobody knows: no older than the question.
    return { code, remaining: remaining_seconds * 1000 - (now() - sent) };
  };

  return {
    register: (identityId, { issuer, ...wish }, signal) =>
      send(
        {
          method: 'POST',
          path: folder(identityId),
          body: { ...wish, service_name: issuer },
          effect: 'create',
          scope: WRITE,
          reply: entry,
        },
        signal,
      ),

    list: (identityId, signal) =>
      listAll(send, { path: folder(identityId), scope: READ }, listOf(entry), signal),

    async code(identityId, totpId, signal) {
      const ask: Ask<typeof code> = {
        method: 'GET',
        path: `${path(identityId, totpId)}/code`,
        effect: 'read',
        scope: READ,
        reply: code,
      };
      for (let tries = 0; tries < TRIES; tries += 1) {
        const found = await askCode(ask, signal);
        if (found.remaining >= LEAST) return found;
        await wait(Math.max(0, found.remaining) + SLACK, signal);
      }
      throw new AppError('malformed', { field: '$.remaining_seconds' });
    },

    remove: (identityId, totpId, signal) => removeUnlessGone(send, path(identityId, totpId), WRITE, signal),
  };
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
