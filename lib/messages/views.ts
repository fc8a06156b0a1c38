// What the background shows of itself: views for the in-page menu and for our own pages, and a choice among what was shown.
// JSON only, no secret. Leans on the model; the calls that carry them are in contract.ts.
import type { Settings } from '../default-settings.ts';
import type { WireError } from '../error.ts';
import type { FieldDescriptor, PageStop } from '../field-rule.ts';
import type { HeldTotpView } from '../held-totp.ts';
import type {
  Address,
  FieldRole,
  FillOutcome,
  FormKind,
  FoundCode,
  LetterLink,
  TagFormat,
  TotpView,
  UnclearMessage,
  VaultStatus,
} from '../model.ts';
import type { AliasWish, NewAddressSource } from '../requests.ts';

export interface MenuView {
  state: 'empty' | 'locked' | 'ready';
  site: string;
  role: FieldRole;
  form: FormKind;
  /** Addresses used on this site, newest use first. While locked: none, and `lockedCount` tells how many. */
  addresses: MenuAddress[];
  lockedCount: number;
  /** Where a new address can come from, preferred first; empty on log-in forms with an address. */
  sources: NewAddressSource[];
  /** The address that the site refused, where it is known; null when nothing was refused. */
  rejected: { email: string | null } | null;
  /** What can still be done about the last fill of this field. */
  undo: MenuUndo | null;
  codes: MenuCode[];
  links: LetterLink[];
  /** Messages that came for this wait without a code or link that could be offered, newest first. */
  unclear: UnclearMessage[];
  /** Whether a wait for a code runs now. */
  waiting: boolean;
  totps: MenuTotp[];
  /** Of entries that services hold: without a code, which costs a request. */
  held: HeldTotpView[];
  because: string[];
  /** The last wait's trouble, if any (`rate-limited`, `unreachable`, …). */
  trouble: WireError | null;
  theme: Settings['theme'];
}

/** Why nothing is offered in a field: said by the page's script, else by the background. */
export type Stop = PageStop | 'muted' | 'locked' | 'empty' | 'no-account' | 'none-here';

export interface MenuUndo {
  /** Within a minute put back, with an address made for it deleted; later such an address can only be switched off. */
  kind: 'undo' | 'discard' | 'switch-off';
  /** When it becomes another, milliseconds since the epoch; null for never. */
  until: number | null;
}

/** What recognition says of one field, offered or not. A claim by a possibly hostile page, as every report is. */
export interface FieldVerdict {
  ref: string;
  role: FieldRole;
  form: FormKind;
  because: string[];
  stop: PageStop | null;
  /** Null where the field cannot be told from others. */
  field: FieldDescriptor | null;
}

export interface FieldAnswer {
  /** Null: no field has, or had, the focus. */
  verdict: Pick<FieldVerdict, 'role' | 'form' | 'because'> | null;
  /** Null: something is offered. */
  stop: Stop | null;
}

/** A code beside a page: null where only the toolbar popup releases it, so that the frame never holds it. */
export type MenuCode = Omit<FoundCode, 'code'> & { code: string | null };

/** `used`: this very code was filled already; sites take each one once. */
export type MenuTotp = TotpView & { used: boolean };

export interface MenuAddress {
  id: string;
  /** It is an identity, and the form asks for more of it than the address. */
  persona?: true;
  email: string;
  label: string;
  account: string;
}

export type MenuChoice =
  | { kind: 'address'; id: string }
  | { kind: 'new-address'; accountId: string; format?: TagFormat; wish?: AliasWish }
  | { kind: 'code'; messageId: string }
  | { kind: 'totp'; id: string }
  /** Of an entry that a service holds: its code is asked for now, and not before. */
  | { kind: 'held-totp'; id: string };

export interface MenuResult {
  outcome: FillOutcome;
  /** What was filled, for the receipt: an address, or null for codes. */
  email: string | null;
  account: string | null;
  /** The identity whose address was filled, where the form asks for more of it. */
  persona?: string;
  /** Whether `menu.undo` is possible now. */
  undo: 'undo' | 'discard' | null;
}

export interface SiteView {
  /** Null on pages no extension may touch (`chrome://`, stores, files). */
  site: string | null;
  host: string | null;
  tabId: number | null;
  access: boolean;
  muted: boolean;
  state: VaultStatus['state'];
  addresses: Address[];
  /** While locked: how many there are, from blind tags; null if switched off. */
  lockedCount: number | null;
  sources: NewAddressSource[];
  codes: FoundCode[];
  links: LetterLink[];
  unclear: UnclearMessage[];
  totps: TotpView[];
  held: HeldTotpView[];
  waiting: boolean;
}

export interface BrowserState {
  access: 'all' | 'some' | 'none';
  origins: string[];
  /** A command whose `shortcut` is empty was not assigned by the browser. */
  commands: { name: string; description: string; shortcut: string }[];
  version: string;
  browser: 'chrome' | 'firefox';
}
