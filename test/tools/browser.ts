// Stands for webextension-polyfill in unit tests: WXT's working in-memory browser. Leans on wxt's test kit;
// unlike the polyfill it does not throw outside an extension. Adds nothing to it.
import { fakeBrowser } from 'wxt/testing/fake-browser';

export default fakeBrowser;
