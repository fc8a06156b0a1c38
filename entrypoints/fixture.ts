// The page as a test case, without values and personal text: run once in a document when the user asks for it, its result
// is the script's own. Leans on lib/fields; leaves nothing behind in the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exportPage } from '../lib/fields/export.ts';
import { openRoot } from './page/watch.ts';

export default defineUnlistedScript(() => exportPage(document, openRoot));
