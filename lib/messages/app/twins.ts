// What our own pages may ask about second addresses of one wish. Types alone, one sentence a call; part of AppCalls in contract.ts, which
// only our own full pages may use.
import type { Twin } from '../../twin.ts';
import type { Call } from '../call.ts';

export interface TwinCalls {
  'twins.list': Call<Record<string, never>, { twins: Twin[] }>;
  /** Deletes it for good, or leaves it be. Errors: those of the service. */
  'twins.settle': Call<
    { accountId: string; remoteId: string; end: 'delete' | 'keep' },
    Record<string, never>
  >;
}
