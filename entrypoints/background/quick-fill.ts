// Filling without a menu: a command or the context menu was used in the current tab. Leans on focused-field and deliver;
// reuses before it creates, and says in the page what it did or why not.
import { codesFor } from '../../lib/actions/find-codes.ts';
import { heldTotpsOn } from '../../lib/actions/held-totps.ts';
import { addressesOn, sourcesFor } from '../../lib/actions/site-addresses.ts';
import { totpsOn } from '../../lib/actions/totps.ts';
import { AppError } from '../../lib/error.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { MenuChoice } from '../../lib/messages/views.ts';
import { type FrameTarget, openToolbarPopup } from '../../lib/platform.ts';
import { reportBug } from '../../lib/report.ts';
import { requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { raiseBadge } from './badge.ts';
import { currentTab } from './current-tab.ts';
import { type Delivery, deliver } from './deliver.ts';
import { type FocusedField, findFocusedField } from './focused-field.ts';
import { callTab } from './tab-calls.ts';
import { waitOn } from './waits.ts';

export type Wish = 'address' | 'code';

/** A code that came within this time may be the one that is waited for, even where no wait was noticed. */
const RECENT = 10 * 60_000;

/**
 * Fills what is wished for into the focused field of the current tab.
 * @param anew a new address even where one exists.
 */
export async function quickFill(wish: Wish, anew: boolean): Promise<void> {
  let field: FocusedField | null = null;
  try {
    const tab = await currentTab();
    if (!tab?.site) throw new AppError('no-access');
    const u = await requireUnlocked();
    field = await findFocusedField(tab);
    const since = (await waitOn(tab.tabId, tab.site, Date.now()))?.since ?? Date.now() - RECENT;
    const choice = await CHOICES[wish](u, tab.site, since, anew);
    const { target } = field;
    const report = asMeant(field.report, wish);
    await notify(target, await deliver(choice, { target, site: tab.site, report, since, by: 'menu' }));
  } catch (error) {
    await explain(error, field?.target ?? null);
  }
}

/** A field that recognition makes nothing of is what the person says it is. */
function asMeant(report: FieldReport, wish: Wish): FieldReport {
  if (report.role !== 'other') return report;
  return { ...report, role: wish === 'code' ? 'code' : 'email' };
}

/**
 * Opens the in-page menu at the focused field of the current tab, on the addresses used there. No native submenu of them: both
 * browsers keep the titles of context menu items in plain text on their own disk.
 */
export async function showHere(): Promise<void> {
  let target: FrameTarget | null = null;
  try {
    const tab = await currentTab();
    if (!tab?.site) throw new AppError('no-access');
    ({ target } = await findFocusedField(tab));
    await callTab(target, 'tab.menu', {});
  } catch (error) {
    await explain(error, target);
  }
}

const CHOICES: Record<
  Wish,
  (u: Unlocked, site: string, since: number, anew: boolean) => Promise<MenuChoice>
> = {
  address: async (u, site, _, anew) => {
    const [known] = anew ? [] : await addressesOn(u, site);
    if (known) return { kind: 'address', id: known.id };
    const [source] = await sourcesFor(u, site);
    if (!source) throw new AppError('no-account');
    // As the last one here was wished for.
    const { accountId, wish: alias } = source;
    return { kind: 'new-address', accountId, ...(alias === undefined ? {} : { wish: alias }) };
  },
  code: async (u, site, since) => {
    const fresh = (await codesFor(u, { site, since })).filter(({ usedAt }) => usedAt === null);
    const code = fresh.find(({ senderMatches }) => senderMatches === true);
    if (code) return { kind: 'code', messageId: code.messageId };
    const [totp] = await totpsOn(u, site, Date.now());
    if (totp) return { kind: 'totp', id: totp.id };
    const [held] = await heldTotpsOn(u, site);
    if (held) return { kind: 'held-totp', id: held.id };
    // One that only the popup releases: there its sender is shown first.
    if (fresh.length > 0) throw new AppError('forbidden', { what: 'sender' });
    throw new AppError('not-found', { what: 'code' });
  },
};

async function notify(target: FrameTarget, { outcome, email, account }: Delivery): Promise<void> {
  const done = outcome.kind === 'filled' || outcome.kind === 'moved-on';
  const text = done
    ? email === null
      ? t('noticeCodeFilled')
      : t('noticeAddressFilled', email, account ?? '')
    : t('noticeNotFilled');
  // The page may have gone on with the value: then there is nobody left to tell.
  await callTab(target, 'tab.notice', { text, tone: done ? 'good' : 'bad' }).catch(() => undefined);
}

/** Failures that only the popup can mend open it; the others are said where the user looks. */
const OPENS_POPUP: Partial<Record<string, true>> = {
  locked: true,
  'no-vault': true,
  'no-account': true,
  forbidden: true,
};
const SAID: Partial<Record<string, MessageKey>> = {
  'no-field': 'noticeNoField',
  'no-access': 'noticeNoAccess',
  'not-found': 'noticeNoCode',
};

async function explain(error: unknown, target: FrameTarget | null): Promise<void> {
  if (!(error instanceof AppError)) return reportBug('quick fill', error);
  if (OPENS_POPUP[error.code] && (await openToolbarPopup())) return;
  const text = t(SAID[error.code] ?? 'noticeFailed');
  if (target) {
    await callTab(target, 'tab.notice', { text, tone: 'bad' }).catch(() => undefined);
    return;
  }
  await raiseBadge(text);
}
