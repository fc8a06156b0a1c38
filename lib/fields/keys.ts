// The key events of typing one character, with the old members that pages still judge by (`keyCode`, `charCode`, `which`).
// Leans on nothing. A longer text is no key: it goes by "Unidentified", as an input method's does.

const COMMON = { bubbles: true, cancelable: true, composed: true } as const;

/** @returns what comes before the input, in order: keydown, and for one character keypress. */
export function pressesOf(text: string): ['keydown' | 'keypress', KeyboardEventInit][] {
  const down: KeyboardEventInit = { ...COMMON, ...keyOf(text) };
  if ([...text].length !== 1) return [['keydown', down]];
  const sign = text.codePointAt(0) ?? 0;
  return [
    ['keydown', down],
    // Here the key code is the character's (UI Events, legacy key attributes).
    ['keypress', { ...down, keyCode: sign, charCode: sign }],
  ];
}

export function releaseOf(text: string): KeyboardEventInit {
  return { ...COMMON, ...keyOf(text) };
}

function keyOf(text: string): KeyboardEventInit {
  if ([...text].length !== 1) return { key: 'Unidentified' };
  const upper = text.toUpperCase();
  if (/^\d$/.test(text)) return { key: text, code: `Digit${text}`, keyCode: upper.charCodeAt(0) };
  if (/^[A-Z]$/.test(upper)) return { key: text, code: `Key${upper}`, keyCode: upper.charCodeAt(0) };
  return { key: text };
}
