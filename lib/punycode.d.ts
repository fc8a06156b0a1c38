// Types of the one function we use of punycode.js (RFC 3492), which ships none.
declare module 'punycode.js' {
  /** Turns every `xn--` label of a host into Unicode. Throws RangeError on a label that does not decode. */
  export function toUnicode(host: string): string;
}
