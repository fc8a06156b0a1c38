// The service worker (Chrome) or event page (Firefox): registers every listener synchronously and wires. Decides nothing.
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground({ type: 'module', main() {} });
