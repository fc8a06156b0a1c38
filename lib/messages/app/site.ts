// What our own pages may ask about the site in front of the user.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { FieldRule, RuleMeaning } from '../../field-rule.ts';
import type { Call } from '../call.ts';
import type { PersonaReceipt, PersonaView, PersonaWish } from '../persona.ts';
import type { FieldAnswer, MenuChoice, MenuResult, SiteView } from '../views.ts';

export interface SiteCalls {
  /** The site in front of the user alone: null where there is none. */
  'site.here': Call<Record<string, never>, { site: string | null }>;
  /** The site in front of the user, with everything we have for it. */
  'site.current': Call<Record<string, never>, SiteView>;
  'site.mute': Call<{ site: string; off: boolean }, Record<string, never>>;
  /**
   * Fills into the current tab's focused field (activeTab); errors `no-field`, and with the frame's origin in `host` `no-access` or
   * `forbidden`: a frame of another site is filled only where the user has agreed to that origin (`into`).
   */
  'site.fill': Call<{ choice: MenuChoice; into?: string }, MenuResult>;
  /** What the current tab's form asks for and this identity has; of the main frame or one of the same origin. Errors: as above. */
  'site.persona': Call<{ id: string }, PersonaView>;
  /** Fills the chosen parts into the fields that `site.persona` found. */
  'site.assume': Call<PersonaWish, PersonaReceipt>;
  /** Takes the last `site.assume` back. */
  'site.unassume': Call<Record<string, never>, { restored: boolean }>;
  /** Opens the confirmation link of a message in the current tab; errors `not-found`, `no-access`. */
  'site.follow': Call<{ messageId: string }, Record<string, never>>;
  /** While the popup shows the site: hears, or asks for, what comes to the addresses used there; null where nothing could. */
  'site.beat': Call<Record<string, never>, { next: number | null }>;
  /** Why something, or nothing, is offered in the field in focus. */
  'site.why': Call<Record<string, never>, FieldAnswer>;
  /** The user's word on the field in focus, or (`point`) on the one they will click next. Errors: `no-field`, `no-access`. */
  'site.rule': Call<{ means: RuleMeaning; which: 'focused' | 'point' }, Record<string, never>>;
  'site.rules': Call<Record<string, never>, { rules: FieldRule[] }>;
  'site.unrule': Call<{ id: string }, Record<string, never>>;
  /** The page in front of the user as a test case: structure and cue text, no values. */
  'site.export': Call<Record<string, never>, { name: string; html: string }>;
  'site.mutes': Call<Record<string, never>, { sites: string[] }>;
}
