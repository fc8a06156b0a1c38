// The style of the one shadow root in the page. Leans on nothing of the page: every rule of the host is important,
// because inside a shadow tree an important rule beats the page's own important ones, inline styles included.

/** Sizes must agree with place.ts; colours with components/style/tokens.css (a page cannot load that file). */
export const STYLE = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  overflow: visible !important; background: none !important; z-index: 2147483647 !important;
  pointer-events: none !important; opacity: 1 !important; visibility: visible !important; filter: none !important;
  transform: none !important; clip-path: none !important; mask: none !important; transition: none !important;
  animation: none !important; color-scheme: light dark !important; contain: none !important;
}
:host::backdrop { display: none !important }
* { box-sizing: border-box }
.button, .frame, .notice { position: fixed; inset: 0 auto auto 0; margin: 0; pointer-events: auto }
.button {
  display: grid; place-items: center; padding: 0; border: 0; border-radius: 50%; cursor: pointer;
  background: light-dark(#0b665f, #5fcfc2); color: light-dark(#ffffff, #06211f);
  box-shadow: 0 0 0 1px light-dark(#ffffffcc, #14191acc);
}
.button:hover { background: light-dark(#084d48, #84ddd3) }
.button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px }
.button svg { width: 66%; height: 66%; display: block }
.button::after {
  content: none; position: absolute; inset-block-start: -3px; inset-inline-end: -3px; width: 9px; height: 9px;
  border-radius: 50%; background: light-dark(#ad2018, #ff8d80); border: 1px solid light-dark(#ffffff, #14191a);
}
.button[data-news]::after { content: "" }
.frame {
  border: 0; border-radius: 10px; background: light-dark(#ffffff, #20282a); color-scheme: light dark;
  box-shadow: 0 0 0 1px light-dark(#d8e0e0, #313c3e), 0 1px 2px #1420221f, 0 8px 24px #14202240;
}
.frame[data-early] { box-shadow: none; border-radius: 0 }
.away { visibility: hidden }
.notice {
  max-width: min(320px, 94vw); padding: 8px 12px; border-radius: 6px; font: 13px/1.45 system-ui, sans-serif;
  background: light-dark(#142022, #e8efee); color: light-dark(#ffffff, #14191a); overflow-wrap: anywhere;
  box-shadow: 0 8px 24px #14202240;
}
.notice:empty { display: none }
.notice[data-tone="bad"] { background: light-dark(#861711, #ffc4bc); color: light-dark(#ffffff, #3d1e1b) }
@media (forced-colors: active) {
  .button { forced-color-adjust: none; background: ButtonFace; color: ButtonText; box-shadow: 0 0 0 1px ButtonText }
  .frame, .notice { outline: 1px solid CanvasText }
}
`;
