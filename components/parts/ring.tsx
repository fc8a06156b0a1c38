// How long a code stays right: a ring that empties. Leans on the time it is given; keeps no clock of its own.
import { tn } from '../../lib/i18n.ts';

const RADIUS = 9;
const ROUND = 2 * Math.PI * RADIUS;

/** @param period seconds; @param validUntil and @param now milliseconds since the epoch. */
export function Ring({ validUntil, period, now }: { validUntil: number; period: number; now: number }) {
  const left = Math.max(0, Math.ceil((validUntil - now) / 1000));
  const share = Math.min(1, Math.max(0, (validUntil - now) / (period * 1000)));
  return (
    <svg
      class={`ring${left <= 5 ? ' ring-late' : ''}`}
      viewBox="0 0 22 22"
      role="img"
      aria-label={tn('codesSecondsLeft', left)}
    >
      <circle class="ring-track" cx="11" cy="11" r={RADIUS} />
      <circle
        class="ring-rest"
        cx="11"
        cy="11"
        r={RADIUS}
        stroke-dasharray={`${ROUND * share} ${ROUND}`}
        transform="rotate(-90 11 11)"
      />
    </svg>
  );
}
