// Who may ask what of whom: one interface a kind of caller, JSON only, each call one sentence. Types alone; the judge of
// senders is server.ts, the asking side client.ts. Which interface a call stands in is the permission to make it.

import type { CardRole } from '../checkout.ts';
import type { FieldDescriptor, PlainRule, RuleMeaning } from '../field-rule.ts';
import type { FieldRole, FillOutcome, FormKind } from '../model.ts';
import type { AliasWish } from '../requests.ts';
import type { AccountCalls } from './app/accounts.ts';
import type { AddressCalls } from './app/addresses.ts';
import type { AskedCalls } from './app/asked.ts';
import type { CardCalls } from './app/cards.ts';
import type { CheckCalls } from './app/checks.ts';
import type { DestinationCalls } from './app/destinations.ts';
import type { IdentityCalls } from './app/identities.ts';
import type { InboxCalls } from './app/inbox.ts';
import type { SearchCalls } from './app/search.ts';
import type { SiteCalls } from './app/site.ts';
import type { SyncCalls } from './app/sync.ts';
import type { TotpCalls } from './app/totp.ts';
import type { TwinCalls } from './app/twins.ts';
import type { VaultCalls } from './app/vault.ts';
import type { WebhookCalls } from './app/webhooks.ts';
import type { Call } from './call.ts';
import type { PersonaMenuCalls } from './persona.ts';
import type { FieldVerdict, MenuChoice, MenuResult, MenuView } from './views.ts';

export type { VaultStatus } from '../model.ts';
export type { Answer, ArgsOf, Call, Envelope, ReplyOf } from './call.ts';

// ───────────────────────────── content script → background ─────────────────────────────

/** From the scripts beside a page. No call takes a site, an account or an id; none returns a value. */
export interface PageCalls {
  /** Sent by the waiting script when a field took focus: asks for the recognition script in this document. */
  'page.wake': Call<Record<string, never>, { woken: boolean }>;
  /** Sent when recognition judged the focused field: answers which kinds of offer exist, without one value. */
  'page.report': Call<FieldReport, PageOffers>;
  /** Asks for the address of our menu frame, with a ticket spent at first use and dead after ten seconds. */
  'page.ticket': Call<FieldReport, { url: string }>;
  /** The page that waits is the clock: one beat of a wait for a code; answers when the next one is due. No two beats of a document have one `turn`. */
  'page.beat': Call<{ ref: string; turn: number }, WaitState>;
  /** Ends the wait for a code in this document (field left, filled, or Esc). */
  'page.rest': Call<{ ref: string }, Record<string, never>>;
  /** Asks for the cue tables of other scripts than Latin in this document. */
  'page.cues': Call<Record<string, never>, Record<string, never>>;
  /** What the user said of fields of the sender's own site; `known` is false while the vault is locked. */
  'page.rules': Call<Record<string, never>, { rules: PlainRule[]; known: boolean }>;
  /** Sent where the address may name an identity check: whether a word is due before the person continues, and which. */
  'page.check': Call<Record<string, never>, { shows: 'check' | 'strange' | null }>;
  /** Asks for the address of that word's panel, with a ticket like the menu's. */
  'page.panel': Call<Record<string, never>, { url: string }>;
  /** The page has no room for it: shows the same in a tab of ours. */
  'page.aside': Call<Record<string, never>, Record<string, never>>;
  /** The field the user pointed at after asking to (`pick` proves that), or null for Esc. */
  'page.picked': Call<{ pick: string; field: FieldDescriptor | null }, Record<string, never>>;
}

/** What the page's script says of the field in focus. All of it is a claim by a possibly hostile page. */
export interface FieldReport {
  /** Our own random handle of the element; means nothing outside that document. */
  ref: string;
  role: FieldRole;
  form: FormKind;
  /** Boxes of a split code; 1 otherwise. */
  boxes: number;
  /** Whether an address in this field was rejected by the site, so that another kind may be offered. */
  rejected: boolean;
  /** Cues behind the verdict, in the words of `lib/fields/reasons`. */
  because: string[];
  /** Roles of the fields of the same form, each once; absent where the field was pointed at. */
  beside?: FieldRole[];
}

export type OfferKind = 'address-here' | 'new-address' | 'message-code' | 'totp' | 'unlock' | 'connect';

export interface PageOffers {
  /** Empty: show nothing at all. */
  kinds: OfferKind[];
  /** Whether to open the menu at once (user's setting and a form where that helps). */
  open: boolean;
  /** Whether to keep beating: a code may come to an address used here. */
  wait: boolean;
}

export interface WaitState {
  state: 'waiting' | 'arrived' | 'ended';
  /** Milliseconds until the next beat is due; absent when ended. */
  next?: number;
}

// ───────────────────────────── in-page menu frame → background ─────────────────────────────

/** From our own menu frame beside a field, after its one-time ticket proved which tab, document and field it serves. */
export interface MenuCalls extends PersonaMenuCalls {
  /** Spends the ticket; answers what to show. */
  'menu.open': Call<{ ticket: string; ancestors: string[] }, MenuView>;
  /** Asks again for what to show (codes arrive, TOTPs turn over). */
  'menu.view': Call<Record<string, never>, MenuView>;
  /** A trusted click on a row, after the frame was visible long enough: makes or fetches the value and sends it to the field. */
  'menu.choose': Call<MenuChoice, MenuResult>;
  /** A trusted click on a link's row, judged the same way: opens the link of that message in the tab of the field. */
  'menu.follow': Call<{ messageId: string }, Record<string, never>>;
  /** Undoes the last fill of this menu; an address made by it is discarded while that is safe, later switched off. */
  'menu.undo': Call<Record<string, never>, { restored: boolean; address: 'kept' | 'discarded' | 'off' }>;
  /** Never on this site, or not for an hour. */
  'menu.mute': Call<{ until: 'hour' | 'always' }, Record<string, never>>;
  /** The user's word on the field of this menu, kept for the site. */
  'menu.rule': Call<{ means: RuleMeaning }, Record<string, never>>;
  /** Opens the toolbar popup (or its page): to unlock, connect, or confirm what a page may not. */
  'menu.escalate': Call<Escalation, Record<string, never>>;
  /** Tells the page's script how tall the frame wants to be, or that it wants to close. */
  'menu.frame': Call<{ height: number } | { close: true; refocus: boolean }, Record<string, never>>;
}

/** Where the menu sends a person: to what cannot, or should not, be done beside a page. */
export type Escalation =
  | { to: 'unlock' | 'connect' | 'options' | 'release' }
  | { to: 'message'; messageId: string }
  /** To the popup, where the part before the `@` of a new alias can be typed. */
  | { to: 'own-name'; accountId: string; wish: AliasWish };

// ───────────────────────────── background → content script ─────────────────────────────

/** To the recognition script of exactly one document. */
export interface TabCalls {
  /** Types a value the user has just chosen into the field offered under `ref`; never into another. */
  'tab.fill': Call<
    /** `from: 'toolbar'` (popup, command, context menu) skips the judgement of our in-page frame, which is not in play there. */
    { ref: string; value: string; role: FieldRole; from?: 'menu' | 'toolbar' },
    FillOutcome
  >;
  /** Puts back what was in the field before our last fill. */
  'tab.restore': Call<{ ref: string }, { restored: boolean }>;
  /** The menu's wish for its own height (CSS pixels), or to close. */
  'tab.frame': Call<{ height: number } | { close: true; refocus: boolean }, Record<string, never>>;
  /** Site access or the site was switched off: remove every trace and fall silent. */
  'tab.quit': Call<Record<string, never>, Record<string, never>>;
  /** Used by commands and the context menu: report on the field in focus (or under the pointer) now. */
  'tab.focused': Call<Record<string, never>, { report: FieldReport | null }>;
  /** Opens our menu at the field in focus, on the user's own wish: also where nothing is offered by itself. */
  'tab.menu': Call<Record<string, never>, { opened: boolean }>;
  /** The verdict on the field offered under `ref`, else on the one in focus, with why nothing is offered. */
  'tab.verdict': Call<{ ref?: string }, { verdict: FieldVerdict | null }>;
  /** The vault was opened: what was offered, and was not waited for, may be now. */
  'tab.opened': Call<Record<string, never>, Record<string, never>>;
  /** The user's rules changed: ask for them again and look anew. */
  'tab.rules': Call<Record<string, never>, Record<string, never>>;
  /** A short message near the field, from our own words. */
  'tab.notice': Call<{ text: string; tone: 'good' | 'bad' }, Record<string, never>>;
}

/** To the script for pointing at a field, brought into every document of a tab when the user asks to. */
export interface PickCalls {
  /** The next field the user clicks is meant (Esc: none); null ends a mode that another frame has served. */
  'pick.point': Call<{ pick: string; means: RuleMeaning } | { pick: null }, Record<string, never>>;
}

/** To the script for paying, brought into every document of a tab when the user asks for it in the toolbar popup. */
export interface PayCalls {
  /** Which card fields this document holds, what it says is to be paid, and which frames in it we cannot see into. */
  'pay.look': Call<Record<string, never>, PayLook>;
  /** Types the values into the fields of the last look, each once, if the document still is of `origin`. */
  'pay.type': Call<
    { origin: string; values: PayValues },
    { outcomes: { role: CardRole; outcome: FillOutcome }[] }
  >;
}

export interface PayLook {
  origin: string;
  roles: CardRole[];
  amounts: { text: string; place: 'submit' | 'other' }[];
  /** Origins of visible frames that are not ours to enter. */
  closed: string[];
}

/** Only what this document's fields take; the rest is not sent. */
export interface PayValues {
  number?: string;
  expiry?: { month: number; year: number };
  code?: string;
  name?: string;
}

// ───────────────────────────── popup, options page → background ─────────────────────────────

/** From our own full pages: one interface an area, in `app/`. */
export interface AppCalls
  extends VaultCalls,
    SiteCalls,
    AccountCalls,
    AddressCalls,
    SearchCalls,
    SyncCalls,
    DestinationCalls,
    CardCalls,
    IdentityCalls,
    TwinCalls,
    CheckCalls,
    WebhookCalls,
    AskedCalls,
    InboxCalls,
    TotpCalls {}

// ───────────────────────────── background → our own pages ─────────────────────────────

/** Broadcast to open pages of ours after something changed; carries no values, only what to ask for again. */
export interface ChangeEvent {
  event: 'changed';
  areas: ChangeArea[];
}
export type ChangeArea =
  | 'vault'
  | 'settings'
  | 'accounts'
  | 'addresses'
  | 'sync'
  | 'destinations'
  | 'inbox'
  | 'cards'
  | 'checks'
  | 'hooks'
  | 'asked'
  | 'totp'
  | 'access'
  | 'rules'
  | 'codes';
