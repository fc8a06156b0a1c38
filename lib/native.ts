// The browser's own API, for scripts that run beside pages: in the waiting script, and in the polyfill's place in the others
// (wxt.config.ts says which). They send messages, hear them by `sendResponse` and read words; all of that answers promises in
// every browser we state, and the polyfill is a twentieth of what a document may cost. Leans on nothing.

/** What those scripts use of it beyond what `lib/platform.ts` types. An update takes `runtime` away from scripts it leaves behind. */
export interface Native {
  runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> };
  dom?: { openOrClosedShadowRoot?: (host: HTMLElement) => ShadowRoot | null };
}

const world = globalThis as { browser?: Native; chrome?: Native };

/** By own properties: an element whose id is `browser` goes by that name wherever nothing else does. */
const native: Native | undefined = Object.hasOwn(world, 'browser') ? world.browser : world.chrome;

export default native;
