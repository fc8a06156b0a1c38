// Whether a key looks as Kayle makes them. Pure, and only ever a reason to warn: what a key is good for, the service says.

/** `kk_` and 32 lower-case letters or digits (contract §2); blanks around it do not matter. */
export function looksLikeKayleKey(text: string): boolean {
  return /^kk_[a-z0-9]{32}$/.test(text.trim());
}
