// The script in every document of a site the user allowed: waits for a field to take the focus, then asks the background
// for recognition in this document and is done. Leans on page/watch.ts; has no timer and no observer, puts nothing into the
// page, reads no field. The polyfill would be three times its size, hence lib/native.ts.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import native from '../lib/native.ts';
import { listenForFocus, whenFrameLoads } from './page/watch.ts';

interface World {
  /** Ends the copy of this script that came before (a site granted twice, an update): only the newest one waits. */
  monikerWaiting?: AbortController;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerWaiting?.abort();
  world.monikerWaiting = ending;
  let asking = false;

  const wake = async (attempts = 2): Promise<void> => {
    const runtime = native?.runtime;
    // An updated or disabled extension leaves this script behind without its runtime: it can only fall silent.
    if (!runtime?.id) return ending.abort();
    if (asking) return;
    asking = true;
    try {
      const answer = (await runtime.sendMessage({ call: 'page.wake', args: {} })) as
        | { ok?: { woken?: boolean } }
        | undefined;
      if (answer?.ok?.woken) ending.abort();
      asking = false;
    } catch {
      asking = false;
      // Context invalidated: silent for ever. A worker that died in between: its successor is asked, once.
      if (!runtime.id) ending.abort();
      else if (attempts > 1) await wake(attempts - 1);
    }
  };
  listenForFocus(() => void wake(), whenFrameLoads, ending.signal);
});
