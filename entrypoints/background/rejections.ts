// Which addresses a site refused a while ago: the one filled last when its field was reported as refused. Leans on
// storage.session; a page can claim a refusal, and all it changes is the order of what is offered.
import * as v from 'valibot';
import type { Address } from '../../lib/model.ts';
import { sessionItem } from '../../lib/session-item.ts';

/** An address filled longer ago than this is not what the site speaks of now. */
const FRESH = 30 * 60_000;
const MOST = 64;

const refusals = sessionItem('refusals', v.array(v.object({ id: v.string(), at: v.number() })), () => []);

/**
 * Notes the refusal of the address used last, if that was lately.
 * @param addresses of the site, the one used last first. @returns every address refused here lately, the newest first.
 */
export async function noteRefusal(addresses: readonly Address[], now: number): Promise<Address[]> {
  const [last] = addresses;
  const isFresh = last?.usedAt != null && now - last.usedAt < FRESH;
  const ids = await refusals.change((all) => {
    const kept = all.filter(({ id, at }) => now - at < FRESH && id !== last?.id).slice(1 - MOST);
    const next = isFresh && last ? [...kept, { id: last.id, at: now }] : kept;
    return { next, result: new Set(next.map(({ id }) => id)) };
  });
  return addresses.filter(({ id }) => ids.has(id));
}
