// An address in three parts: what all addresses of a mailbox begin with, what tells this one from the others, and where it is. Leans
// on nothing; says nothing of what an address means to its provider, and the parts together are always the whole.

export interface EmailParts {
  /** Of a sub-address, what stands before its tag; else empty. May be cut where a line is too short. */
  head: string;
  /** The tag with its sign (RFC 5233 calls it the detail), or the whole name: what a person looks for. */
  own: string;
  /** From the `@` on; empty in what is no address. */
  tail: string;
}

/** Shorter ones are not worth cutting: an ellipsis takes the place of what it hides. */
const WORTH_CUTTING = 5;

/** @returns the parts of an address; of a text without `@` the whole as `own`. */
export function emailParts(email: string): EmailParts {
  const at = email.lastIndexOf('@');
  const name = at < 0 ? email : email.slice(0, at);
  const tail = at < 0 ? '' : email.slice(at);
  const plus = name.indexOf('+');
  const cut = plus < WORTH_CUTTING ? 0 : plus;
  return { head: name.slice(0, cut), own: name.slice(cut), tail };
}
