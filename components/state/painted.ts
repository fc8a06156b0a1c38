// Whether what a screen was opened for has been on the screen: until then it asks nothing else, and nothing draws it anew. Leans on
// Preact, whose effects run after the frame was painted, or after a moment where a page out of sight paints none.
import { useEffect, useState } from 'preact/hooks';

/** @param there whether it is drawn by now. */
export function usePainted(there: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (there) setPainted(true);
  }, [there]);
  return painted;
}
