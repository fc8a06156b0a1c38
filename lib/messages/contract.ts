// Who may ask what of whom: one interface a kind of caller, JSON only, each call one sentence. Types alone; the judge of
// senders is server.ts, the asking side client.ts. Which interface a call stands in is the permission to make it.
import type { WireError } from '../error.ts';
import type { FieldDescriptor, FieldRule, PlainRule, RuleMeaning } from '../field-rule.ts';
import type {
  AccountView,
  Address,
  FieldRole,
  FillOutcome,
  FormKind,
  FoundCode,
  Message,
  Settings,
  TotpView,
  VaultStatus,
} from '../model.ts';

import type {
  AccountDraft,
  AddressEdit,
  NewAddress,
  NewAddressSource,
  TotpDraft,
  TotpEdit,
} from '../requests.ts';
import type {
  BrowserState,
  FieldAnswer,
  FieldVerdict,
  MenuChoice,
  MenuResult,
  MenuView,
  SiteView,
} from './views.ts';

export type { VaultStatus } from '../model.ts';

/** Every call takes one JSON argument and answers one JSON value. */
export type Call<Args, Reply> = (args: Args) => Reply;
export type ArgsOf<C> = C extends (args: infer A) => unknown ? A : never;
export type ReplyOf<C> = C extends (args: never) => infer R ? R : never;

export type Envelope = { call: string; args: unknown };
export type Answer<R> = { ok: R } | { err: WireError };

// ───────────────────────────── content script → background ─────────────────────────────

/** From the scripts beside a page. No call takes a site, an account or an id; none returns a value. */
export interface PageCalls {
  /** Sent by the waiting script when a field took focus: asks for the recognition script in this document. */
  'page.wake': Call<Record<string, never>, { woken: boolean }>;
  /** Sent when recognition judged the focused field: answers which kinds of offer exist, without one value. */
  'page.report': Call<FieldReport, PageOffers>;
  /** Asks for the address of our menu frame, with a ticket spent at first use and dead after ten seconds. */
  'page.ticket': Call<FieldReport, { url: string }>;
  /** The page that waits is the clock: one beat of a wait for a code; answers when the next one is due. */
  'page.beat': Call<{ ref: string }, WaitState>;
  /** Ends the wait for a code in this document (field left, filled, or Esc). */
  'page.rest': Call<{ ref: string }, Record<string, never>>;
  /** What the user said of fields of the sender's own site; `known` is false while the vault is locked. */
  'page.rules': Call<Record<string, never>, { rules: PlainRule[]; known: boolean }>;
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
export interface MenuCalls {
  /** Spends the ticket; answers what to show. */
  'menu.open': Call<{ ticket: string; ancestors: string[] }, MenuView>;
  /** Asks again for what to show (codes arrive, TOTPs turn over). */
  'menu.view': Call<Record<string, never>, MenuView>;
  /** A trusted click on a row, after the frame was visible long enough: makes or fetches the value and sends it to the field. */
  'menu.choose': Call<MenuChoice, MenuResult>;
  /** Undoes the last fill of this menu and, if the address was made by it, discards it where that is still safe. */
  'menu.undo': Call<Record<string, never>, { restored: boolean; discarded: boolean }>;
  /** Never on this site, or not for an hour. */
  'menu.mute': Call<{ until: 'hour' | 'always' }, Record<string, never>>;
  /** The user's word on the field of this menu, kept for the site. */
  'menu.rule': Call<{ means: RuleMeaning }, Record<string, never>>;
  /** Opens the toolbar popup (or its page): to unlock, connect, or confirm what a page may not. */
  'menu.escalate': Call<Escalation, Record<string, never>>;
  /** Tells the page's script how tall the frame wants to be, or that it wants to close. */
  'menu.frame': Call<{ height: number } | { close: true; refocus: boolean }, Record<string, never>>;
}

/** Where the menu sends a person: to unlock or connect, to the settings, or to a message that came without a clear code. */
export type Escalation = { to: 'unlock' | 'connect' | 'options' } | { to: 'message'; messageId: string };

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
  /** The verdict on the field offered under `ref`, else on the one in focus, with why nothing is offered. */
  'tab.verdict': Call<{ ref?: string }, { verdict: FieldVerdict | null }>;
  /** The user's rules changed: ask for them again and look anew. */
  'tab.rules': Call<Record<string, never>, Record<string, never>>;
  /** The next field the user clicks is meant (Esc: none); null ends a mode that another frame has served. */
  'tab.pick': Call<{ pick: string; means: RuleMeaning } | { pick: null }, Record<string, never>>;
  /** This page without values and personal text, as a test case. */
  'tab.export': Call<Record<string, never>, { html: string }>;
  /** A short message near the field, from our own words. */
  'tab.notice': Call<{ text: string; tone: 'good' | 'bad' }, Record<string, never>>;
}

// ───────────────────────────── popup, options page → background ─────────────────────────────

/** From our own full pages. */
export interface AppCalls {
  'vault.status': Call<Record<string, never>, VaultStatus>;
  /** Creates the vault and leaves it unlocked. Errors: `vault-exists`, `weak-passphrase`. */
  'vault.create': Call<{ passphrase: string }, VaultStatus>;
  /** Errors: `wrong-passphrase`, `no-vault`, `corrupt`. */
  'vault.unlock': Call<{ passphrase: string }, VaultStatus>;
  'vault.lock': Call<Record<string, never>, VaultStatus>;
  /** Erases every record and key on this device. */
  'vault.erase': Call<Record<string, never>, VaultStatus>;
  /** New passphrase over the same vault key; `rekey` also makes a new vault key and re-encrypts every record. */
  'vault.passphrase': Call<{ current: string; next: string; rekey: boolean }, VaultStatus>;

  'settings.get': Call<Record<string, never>, Settings>;
  'settings.set': Call<Partial<Settings>, Settings>;
  /** Where we stand with the browser: site access, shortcuts, versions. */
  'browser.state': Call<Record<string, never>, BrowserState>;
  /** After the page's own permission request was answered: registers scripts and wakes open tabs. */
  'access.changed': Call<Record<string, never>, BrowserState>;

  /** The site in front of the user, with everything we have for it. */
  'site.current': Call<Record<string, never>, SiteView>;
  'site.mute': Call<{ site: string; off: boolean }, Record<string, never>>;
  /** Fills into the current tab's focused field (activeTab); errors `no-field`, `no-access` with the frame's origin in `host`. */
  'site.fill': Call<MenuChoice, MenuResult>;
  /** Why something, or nothing, is offered in the field in focus. */
  'site.why': Call<Record<string, never>, FieldAnswer>;
  /** The user's word on the field in focus, or (`point`) on the one they will click next. Errors: `no-field`, `no-access`. */
  'site.rule': Call<{ means: RuleMeaning; which: 'focused' | 'point' }, Record<string, never>>;
  'site.rules': Call<Record<string, never>, { rules: FieldRule[] }>;
  'site.unrule': Call<{ id: string }, Record<string, never>>;
  /** The page in front of the user as a test case: structure and cue text, no values. */
  'site.export': Call<Record<string, never>, { name: string; html: string }>;
  'site.mutes': Call<Record<string, never>, { sites: string[] }>;

  'accounts.list': Call<Record<string, never>, { accounts: AccountView[] }>;
  /** Tries a key without saving anything. */
  'accounts.test': Call<AccountDraft, { scopes: Record<string, boolean>; count: number | null }>;
  'accounts.connect': Call<AccountDraft, { account: AccountView }>;
  'accounts.remove': Call<{ id: string }, Record<string, never>>;
  'accounts.rename': Call<{ id: string; name: string }, { account: AccountView }>;
  /** Pulls every address of every account (or one). */
  'accounts.pull': Call<{ id?: string }, { added: number; changed: number; removed: number }>;

  'addresses.list': Call<Record<string, never>, { addresses: Address[]; damaged: number }>;
  /** What a new address for a site would be, per account. */
  'addresses.sources': Call<{ site: string | null }, { sources: NewAddressSource[] }>;
  'addresses.create': Call<NewAddress, { address: Address }>;
  'addresses.update': Call<AddressEdit, { address: Address }>;
  'addresses.remove': Call<{ id: string }, Record<string, never>>;

  'inbox.list': Call<{ addressId?: string }, { messages: Message[]; damaged: number }>;
  /** Fetches the newest messages of the identities (or of one); answers per-identity troubles beside what came. */
  'inbox.pull': Call<{ addressId?: string }, { messages: Message[]; trouble: WireError | null }>;
  'inbox.get': Call<{ id: string }, { message: Message; codes: FoundCode[] }>;
  'inbox.mark': Call<{ id: string; read: boolean }, { message: Message }>;

  'totp.list': Call<Record<string, never>, { totps: TotpView[] }>;
  /** Reads an `otpauth://` link without saving. Errors: `bad-otpauth` with `field`. */
  'totp.read': Call<{ link: string }, TotpDraft>;
  'totp.add': Call<TotpDraft, { totp: TotpView }>;
  'totp.remove': Call<{ id: string }, Record<string, never>>;
  'totp.update': Call<TotpEdit, { totp: TotpView }>;
  /** Looks for a QR code in what the current tab shows (activeTab). Errors: `no-qr`, `bad-otpauth`, `no-access`. */
  'totp.scan': Call<Record<string, never>, TotpDraft>;

  /** Sealed drafts of what is being typed, by place; survive the popup's closing. Null clears. While locked: `locked`. */
  'draft.get': Call<{ place: string }, { value: string | null }>;
  'draft.set': Call<{ place: string; value: string | null }, Record<string, never>>;
}

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
  | 'inbox'
  | 'totp'
  | 'access'
  | 'rules'
  | 'codes';
