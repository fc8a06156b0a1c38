// The ring that runs down with a code's time, and the clock that moves it. Leans on nothing; ticks only while it is shown.
import { useEffect, useState } from 'preact/hooks';

/** @returns the time, anew every `every` milliseconds. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

const RADIUS = 8;
const ROUND = 2 * Math.PI * RADIUS;

/** @param left and `period` in seconds. */
export function Ring({ left, period }: { left: number; period: number }) {
  const share = Math.min(1, Math.max(0, left / period));
  return (
    <svg class={left <= 5 ? 'ring late' : 'ring'} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="track" cx="10" cy="10" r={RADIUS} />
      <circle
        class="rest"
        cx="10"
        cy="10"
        r={RADIUS}
        stroke-dasharray={`${ROUND}`}
        stroke-dashoffset={`${ROUND * (1 - share)}`}
        transform="rotate(-90 10 10)"
      />
    </svg>
  );
}
