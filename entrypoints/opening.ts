// The first script of the popup, far smaller than the rest of it: wakes the worker and asks for what will be shown while the rest is
// still being loaded. Leans on components/state/opening.ts; leaves the answers there and draws nothing.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askForOpening } from '../components/state/opening.ts';
import { fireAndForget } from '../lib/report.ts';

export default defineUnlistedScript(() => fireAndForget(askForOpening(), 'opening'));
