// The styles of a mail, reduced to how text looks: read by the browser's own CSS parser, so that escapes and comments hide
// nothing, and written anew from a list of properties. Leans on CSSOM; keeps no address to load, no position, no generated text.

/** What may be styled. Nothing here moves a box over another, loads, animates, or puts words into the page. */
const PROPERTIES = new Set(
  (
    'color background-color font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing ' +
    'text-align text-decoration-line text-decoration-color text-decoration-style text-transform vertical-align white-space ' +
    'white-space-collapse text-wrap-mode word-break overflow-wrap direction ' +
    'display width height min-width min-height max-width max-height box-sizing ' +
    'padding-top padding-right padding-bottom padding-left margin-top margin-right margin-bottom margin-left ' +
    'border-top-width border-right-width border-bottom-width border-left-width border-top-style border-right-style ' +
    'border-bottom-style border-left-style border-top-color border-right-color border-bottom-color border-left-color ' +
    'border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius border-collapse ' +
    'border-spacing table-layout list-style-type'
  ).split(' '),
);

/** Values that could load something, or pull a box out of its place. */
const REFUSED = /url\(|image|src\(|var\(|attr\(|expression|(?:^|\s)-\d/i;

/** More rules than any mail needs; keeps a style sheet of megabytes from stalling the page. */
const MAX_RULES = 2000;

/** @returns declarations of the list only, as text; `''` if none is left */
export function safeDeclarations(style: CSSStyleDeclaration): string {
  return [...style]
    .filter((name) => PROPERTIES.has(name))
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '' && !REFUSED.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

/** @returns the sheet's plain and `@media` rules, each reduced; imports, fonts, animations and the rest are left out */
export function safeSheet(text: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return rulesOf(sheet.cssRules).join('\n');
}

/**
 * The parser writes strings out with their escapes resolved: `"\3c/style>"` comes back as the end tag of the element that holds
 * the sheet, and whatever follows it as markup that nobody has cleaned. Outside of strings `</` has no place in a sheet.
 */
const END_TAG = '</';

function rulesOf(rules: CSSRuleList): string[] {
  return [...rules]
    .slice(0, MAX_RULES)
    .flatMap(ruleOf)
    .filter((rule) => !rule.includes(END_TAG));
}

function ruleOf(rule: CSSRule): string[] {
  if (rule instanceof CSSStyleRule) {
    const kept = safeDeclarations(rule.style);
    return kept === '' ? [] : [`${rule.selectorText} { ${kept} }`];
  }
  if (rule instanceof CSSMediaRule) {
    const kept = rulesOf(rule.cssRules);
    return kept.length === 0 ? [] : [`@media ${rule.conditionText} { ${kept.join('\n')} }`];
  }
  return [];
}
