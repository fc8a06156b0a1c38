// What our own pages may ask about checks the user is asked for: links looked at, the user's own list of them, servers that are no
// strangers. Types alone; part of AppCalls in contract.ts. No cancel token goes out, but into the address of the page it is for.
import type { AskedView, Kept, KnownVerifier, Reading } from '../../asked.ts';
import type { SeenLink } from '../../check.ts';
import type { Call } from '../call.ts';

export interface AskedCalls {
  /** A link that was right-clicked to be looked at. Errors: `not-found` after the browser was closed. */
  'checks.link': Call<{ id: string }, { link: SeenLink; kept: Kept }>;
  /** The page in front of the user, looked at as a link; `other` where it is no verification page. */
  'checks.here': Call<Record<string, never>, { id: string; link: SeenLink }>;
  /** What such a link asks for, by its id alone; needs no key and no open vault. Errors: `forbidden` for a stranger's link. */
  'checks.asked': Call<{ id: string }, { reading: Reading; privacyUrl: string }>;

  /** The user's own list, newest first. */
  'asked.list': Call<Record<string, never>, { checks: AskedView[] }>;
  /** Puts a link that was looked at into it; its token was never kept. */
  'asked.keep': Call<{ id: string }, Record<string, never>>;
  /** Asks again how one stands. */
  'asked.look': Call<{ id: string }, { check: AskedView }>;
  /** Opens its privacy page in a tab, with the token where that is kept. */
  'asked.privacy': Call<{ id: string }, Record<string, never>>;
  'asked.forget': Call<{ id: string }, Record<string, never>>;

  /** Servers the user says are no strangers. */
  'verifiers.list': Call<Record<string, never>, { verifiers: KnownVerifier[] }>;
  /** Says so of the host of a link that was looked at; the link is read anew. Errors: `forbidden` for one made to look like Kayle. */
  'verifiers.know': Call<{ id: string }, Record<string, never>>;
  'verifiers.forget': Call<{ id: string }, Record<string, never>>;
}
