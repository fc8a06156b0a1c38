// A transport to a scripted server, and one request of each effect to send over it. Leans on loopback.ts; the key is made up.
// Refusals stay bare here, since what they say is each provider's own matter.
import * as v from 'valibot';
import { AppError } from '../../../lib/error.ts';
import { type Ask, createTransport, type TransportOptions } from '../../../lib/providers/http.ts';
import type { Loopback } from './loopback.ts';

export const KEY = 'ak_live_0123456789abcdef0123456789abcdef';

export const transportTo = ({ baseUrl }: Loopback, more: Partial<TransportOptions> = {}) =>
  createTransport({
    baseUrl,
    apiKey: KEY,
    explain: ({ status }) => new AppError(status < 500 ? 'rejected' : 'server', { status }),
    ...more,
  });

const reply = v.object({ data: v.array(v.object({ id: v.string() })) });
export const read: Ask<typeof reply> = { method: 'GET', path: '/things', effect: 'read', scope: 's', reply };
export const change = { ...read, method: 'PATCH', effect: 'change', body: { a: 1 } } as const;
export const create = { ...read, method: 'POST', effect: 'create', body: { name: 'Ana' } } as const;
