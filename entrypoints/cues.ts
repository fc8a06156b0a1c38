// The cue tables of other scripts than Latin, brought into a document whose page is written in one of them. Leans on lib/fields;
// leaves them where the page's script finds them, in the world that both share and no page sees.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SCRIPTS } from '../lib/fields/cues/scripts.ts';
import type { CuesWorld } from './page/scripts.ts';

export default defineUnlistedScript(() => {
  (globalThis as CuesWorld).monikerCues = SCRIPTS.map(({ cues }) => cues);
});
