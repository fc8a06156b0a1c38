// The style of the panel's sign, beside that of page/style.ts. Colours agree with components/style/tokens.css, which a page cannot load.

export const SHEET_STYLE = `
.sign {
  position: fixed; inset: 0 auto auto 0; margin: 0; padding: 0 14px 0 36px; pointer-events: auto; border: 0; cursor: pointer;
  border-radius: 20px; font: 600 14px/40px system-ui, sans-serif; text-align: start; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; background: light-dark(#0b665f, #5fcfc2); color: light-dark(#ffffff, #06211f);
  box-shadow: 0 0 0 1px light-dark(#ffffffcc, #14191acc), 0 8px 24px #14202240;
}
.sign::before {
  content: "?"; position: absolute; inset: 10px auto auto 10px; width: 20px; height: 20px; border-radius: 50%;
  font: 700 14px/20px system-ui, sans-serif; text-align: center; background: light-dark(#ffffff, #06211f);
  color: light-dark(#0b665f, #5fcfc2);
}
.sign[data-warns] { background: light-dark(#ad2018, #ff8d80); color: light-dark(#ffffff, #3d1e1b) }
.sign[data-warns]::before { content: "!"; color: light-dark(#ad2018, #ff8d80); background: light-dark(#ffffff, #3d1e1b) }
.sign:focus-visible { outline: 2px solid currentColor; outline-offset: -4px }
.sign.small { padding: 0; border-radius: 50% }
.sign.small span { display: none }
.away { display: none }
@media (forced-colors: active) {
  .sign { forced-color-adjust: none; background: ButtonFace; color: ButtonText; box-shadow: 0 0 0 1px ButtonText }
}
`;
