// The time as screens need it: ticking while looked at, still while hidden. Leans on timers of the page only.
import { useEffect, useState } from 'preact/hooks';

/** @param everyMs how often to tell. @returns the time in milliseconds since the epoch, refreshed while visible. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
