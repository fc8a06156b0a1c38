// What we have for a field of a site: the same judgement for the page's button, the menu's rows and the popup's. Leans on
// lib/actions; the page gets only the kinds of it, the menu and the popup the values.
import { canReceiveCodes, type Letters, lettersFor } from '../../lib/actions/find-codes.ts';
import { heldTotpsOn } from '../../lib/actions/held-totps.ts';
import { totpsOn } from '../../lib/actions/totps.ts';
import { BEGINS } from '../../lib/form-kind.ts';
import type { FieldReport, OfferKind } from '../../lib/messages/contract.ts';
import type { MenuCode, MenuView } from '../../lib/messages/views.ts';
import type { FieldRole, FoundCode } from '../../lib/model.ts';
import { readSettings } from '../../lib/settings.ts';
import { countTagged } from '../../lib/vault/records.ts';
import { siteTag } from '../../lib/vault/tags.ts';
import { peekVault, requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { addressOffers } from './address-offers.ts';
import { introduces, personaOffers } from './menu-persona.ts';
import { troubleOf } from './troubles.ts';
import { markUsed } from './used-totps.ts';
import { isRunning, type Wait } from './waits.ts';

type Need = 'address' | 'code' | 'persona' | 'nothing';

/** What a field of each role can be given now. Total: a new role must say. */
const NEEDS: Record<FieldRole, Need> = {
  email: 'address',
  'email-confirm': 'address',
  username: 'address',
  code: 'code',
  'new-password': 'nothing',
  'current-password': 'nothing',
  phone: 'persona',
  'given-name': 'persona',
  'family-name': 'persona',
  'full-name': 'persona',
  'birth-date': 'persona',
  'birth-day': 'persona',
  'birth-month': 'persona',
  'birth-year': 'persona',
  'card-number': 'nothing',
  'card-expiry': 'nothing',
  'card-expiry-month': 'nothing',
  'card-expiry-year': 'nothing',
  'card-code': 'nothing',
  'card-name': 'nothing',
  other: 'nothing',
};

export function needOf(report: FieldReport): Need {
  return NEEDS[report.role];
}

/** Whether a message may bring what the field asks for: not where the page's own words name an authenticator. */
export function awaitsMessage(report: FieldReport): boolean {
  return needOf(report) === 'code' && report.form !== 'code-totp';
}

/** Everything for one field. Locked: only how many addresses there are, from blind tags. */
export async function viewOffers(site: string, report: FieldReport, wait: Wait | null): Promise<MenuView> {
  const [{ state, u }, { theme }] = await Promise.all([peekVault(), readSettings()]);
  const blank: MenuView = {
    state: state === 'unlocked' ? 'ready' : state,
    site,
    role: report.role,
    form: report.form,
    addresses: [],
    lockedCount: 0,
    sources: [],
    rejected: null,
    undo: null,
    codes: [],
    links: [],
    unclear: [],
    waiting: wait !== null && isRunning(wait, Date.now()) && awaitsMessage(report),
    totps: [],
    held: [],
    because: report.because,
    trouble: wait ? troubleOf(wait) : null,
    theme,
  };
  if (state === 'empty') return blank;
  if (u === null) return { ...blank, lockedCount: await countTagged('address', await siteTag(site)) };
  return { ...blank, ...(await FILLERS[needOf(report)](u, site, report, wait)) };
}

type Part = Partial<MenuView>;
const FILLERS: Record<
  Need,
  (u: Unlocked, site: string, report: FieldReport, wait: Wait | null) => Promise<Part>
> = {
  nothing: async () => ({}),
  address: async (u, site, report) => {
    const part = await addressOffers(u, site, BEGINS[report.form], report.rejected);
    if (introduces(report)) return part;
    return { ...part, addresses: part.addresses.map(({ persona: _, ...address }) => address) };
  },
  persona: personaOffers,
  code: async (u, site, report, wait) => {
    const byMessage = report.form === 'code-email' || report.form === 'code-sms';
    const byTotp = !wait || !awaitsMessage(report);
    const { codes, links, unclear } = byTotp ? NO_LETTERS : await lettersFor(u, wait);
    const totps = byMessage ? [] : await markUsed(await totpsOn(u, site, Date.now()));
    const held = byMessage ? [] : await heldTotpsOn(u, site);
    // Beside an authenticator nobody waits for the inbox, and its troubles are nobody's now.
    const calm = totps.length + held.length > 0 ? { trouble: null } : {};
    return { codes: codes.map(withheld), links, unclear, totps, held, ...calm };
  },
};

const NO_LETTERS: Letters = { codes: [], links: [], unclear: [] };

/** A frame inside a page never holds a code that the page's site did not send. */
const withheld = (code: FoundCode): MenuCode =>
  code.senderMatches === true ? code : { ...code, code: null };

/** The kinds of what a view holds: all that a page may learn. */
export async function kindsOf(view: MenuView, report: FieldReport): Promise<OfferKind[]> {
  const need = needOf(report);
  if (need === 'nothing' || view.state === 'empty') return [];
  // A name or a number alone is no reason to ask for the passphrase.
  if (view.state === 'locked') return need === 'persona' ? [] : ['unlock'];
  const kinds: OfferKind[] = [];
  if (view.addresses.length > 0) kinds.push('address-here');
  if (view.sources.length > 0) kinds.push('new-address');
  if (view.codes.length + view.links.length > 0) kinds.push('message-code');
  if (view.totps.length + view.held.length > 0) kinds.push('totp');
  if (awaitsMessage(report) && !kinds.includes('message-code')) {
    if (await canReceiveCodes(await requireUnlocked(), view.site)) kinds.push('message-code');
  }
  if (need === 'address' && kinds.length === 0 && BEGINS[report.form]) kinds.push('connect');
  return kinds;
}
