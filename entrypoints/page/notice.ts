// A notice where no field is in play (a shortcut pressed elsewhere): the same surface, without a button, gone after its words.
// Leans on surface.ts; one at a time.
import { showSurface } from './surface.ts';

let shown: AbortController | null = null;

export function showNotice(text: string, tone: 'good' | 'bad', parent: AbortSignal): void {
  shown?.abort();
  const ending = new AbortController();
  shown = ending;
  const end = () => ending.abort();
  const signal = AbortSignal.any([ending.signal, parent]);
  showSurface([], end, end, signal).notice(text, tone);
}
