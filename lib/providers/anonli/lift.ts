// Names the plan that would lift a limit where the refusal itself does not (contract §1.3: only some carry `details`). Wraps a
// transport; asks `/me`, which costs nothing of the month, and only after such a refusal. Changes no other failure.
import { AppError } from '../../error.ts';
import type { Transport } from '../http.ts';
import { me } from './shapes.ts';

/** Each plan and the next one; nothing lifts what the last one limits. */
const NEXT: ReadonlyMap<string, string> = new Map([
  ['free', 'plus'],
  ['plus', 'pro'],
]);

const ACCOUNT = '/me';

/** The same transport, whose plan limits name the plan that has more. */
export function naming(send: Transport): Transport {
  return async (ask, signal) => {
    try {
      return await send(ask, signal);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'plan')) throw error;
      if (error.detail.plan !== undefined || ask.path === ACCOUNT) throw error;
      const plan = NEXT.get(await planOf(send, signal));
      throw plan === undefined ? error : new AppError('plan', { ...error.detail, plan });
    }
  };
}

/** @returns `''` where it cannot be learned: a key of an organisation has no account, a server may fail. */
async function planOf(send: Transport, signal?: AbortSignal): Promise<string> {
  const ask = {
    method: 'GET',
    path: ACCOUNT,
    effect: 'read',
    scope: 'personal-key',
    free: true,
    reply: me,
  } as const;
  try {
    return (await send(ask, signal)).quota.plan;
  } catch (error) {
    if (error instanceof AppError) return '';
    throw error;
  }
}
