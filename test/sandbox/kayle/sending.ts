// What happens by the clock alone: answers sent and sent again by the schedule, sessions expired by a sweep every five minutes,
// answers deleted when their time is over, and everything forgotten after thirty days. Sends by real HTTP, follows no redirect.
import type { World } from '../world/world.ts';
import { expire, isActive, PAUSES, scrub } from './lifecycle.ts';
import type { DeliveryRow } from './rows.ts';
import { sign } from './seal.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SWEEP = 5 * MINUTE;
const KEPT = 30 * DAY;
const TIMEOUT = 15_000;
/** How often the clock is looked at by itself, real milliseconds. */
const TICK = 250;

export interface Courier {
  /** Does all that is due now; resolves when it is done. */
  settle(): Promise<void>;
  close(): void;
}

/** @param clockwork whether it also looks at the clock by itself */
export function createCourier(world: World, clockwork = true): Courier {
  let running: Promise<void> | null = null;
  const settle = (): Promise<void> => {
    running ??= pass(world).finally(() => {
      running = null;
    });
    return running;
  };
  const timer = clockwork ? setInterval(() => void settle(), TICK) : undefined;
  timer?.unref();
  return {
    // What became due while a pass was under way may have been missed by it.
    async settle() {
      await running;
      await settle();
    },
    close: () => clearInterval(timer),
  };
}

async function pass(world: World): Promise<void> {
  const { kayle: state } = world.state;
  const now = world.now();
  // A clock that went back starts over.
  if (now - state.sweptAt >= SWEEP || now < state.sweptAt) {
    state.sweptAt = now;
    for (const session of state.sessions.values())
      if (isActive(session) && now >= session.expiresAt) expire(world, session);
    forget(world);
  }
  // By the time it is now: what the sweep has just made is due at once, and the clock may have moved on a millisecond since.
  const due = [...state.deliveries.values()].filter(({ dueAt }) => dueAt !== null && dueAt <= world.now());
  await Promise.all(due.map((delivery) => attempt(world, delivery)));
  for (const delivery of state.deliveries.values())
    if (delivery.payloadExpiresAt !== null && delivery.payloadExpiresAt <= now)
      scrub(delivery, now, 'expired');
}

async function attempt(world: World, delivery: DeliveryRow): Promise<void> {
  const { kayle: state } = world.state;
  const endpoint = state.endpoints.get(delivery.endpointId);
  const { jwe } = delivery;
  if (endpoint === undefined || jwe === null) return;
  Object.assign(delivery, { status: 'delivering', dueAt: null, updatedAt: world.now() });
  const type = state.events.get(delivery.eventId)?.type ?? '';
  const status = endpoint.enabled
    ? await post(endpoint.url, jwe, {
        'content-type': 'application/jose',
        'x-kayle-delivery-id': delivery.id,
        'x-kayle-event': type,
        'x-kayle-signature': sign(endpoint.secret, jwe, world.now()),
      })
    : null;
  const now = world.now();
  // A withdrawal may have come while the answer was on its way.
  if (delivery.jwe === null) return;
  Object.assign(delivery, {
    attempts: delivery.attempts + 1,
    lastAttemptAt: now,
    lastStatus: status,
    updatedAt: now,
  });
  if (status !== null && status >= 200 && status < 300) {
    delivery.status = 'succeeded';
    scrub(delivery, now, 'delivered');
  } else later(delivery, endpoint.retentionHours, now);
  world.changed();
}

function later(delivery: DeliveryRow, retentionHours: number, now: number): void {
  const pause = PAUSES[delivery.attempts - 1];
  if (pause !== undefined) Object.assign(delivery, { status: 'pending', dueAt: now + pause });
  else if (retentionHours === 0) scrub(delivery, now, 'expired');
  else Object.assign(delivery, { status: 'failed', retentionReason: 'terminal_failure_retention' });
}

/** @returns the status; null if none came */
async function post(url: string, body: string, headers: Record<string, string>): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    // A receiver that is not there, hangs or speaks no HTTP: one failed try, whatever it was.
    return null;
  }
}

/** Ended sessions of more than thirty days, and their events and deliveries (§7.2). */
function forget({ state: { kayle: state }, now }: World): void {
  const old = (time: number | null): boolean => time !== null && now() - time > KEPT;
  for (const [id, session] of state.sessions) if (old(session.completedAt)) state.sessions.delete(id);
  for (const [id, event] of state.events) {
    const deliveries = [...state.deliveries.values()].filter(({ eventId }) => eventId === id);
    if (!old(event.createdAt) || deliveries.some(({ jwe }) => jwe !== null)) continue;
    state.events.delete(id);
    for (const delivery of deliveries) state.deliveries.delete(delivery.id);
  }
}
