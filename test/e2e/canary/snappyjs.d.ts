// The one function of snappyjs that the canary calls; the package brings no types of its own.
declare module 'snappyjs' {
  /** Throws when the bytes are no whole snappy stream. */
  export function uncompress(compressed: Uint8Array): Uint8Array;
}
