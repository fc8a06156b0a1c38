// The user's word on a field, from wherever it is given to where it counts: kept in the vault, and told to the pages that
// are open (that it changed, not what it is). Leans on lib/actions, picks and the tab calls; only the user gives rise to it.
import { keepRule, removeRule, rulesOn } from '../../lib/actions/field-rules.ts';
import { AppError } from '../../lib/error.ts';
import type { FieldDescriptor, RuleMeaning } from '../../lib/field-rule.ts';
import type { PageCalls, ReplyOf } from '../../lib/messages/contract.ts';
import type { PageSender } from '../../lib/messages/sender.ts';
import { browser, type FrameTarget, injectIntoTab } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { readStatus, requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import type { CurrentTab } from './current-tab.ts';
import { findVerdict } from './focused-field.ts';
import { beginPick, spendPick } from './picks.ts';
import { callTab } from './tab-calls.ts';

/** The rules a page's script may know: of its own site, without ids. */
export async function rulesFor(from: PageSender): Promise<ReplyOf<PageCalls['page.rules']>> {
  if ((await readStatus()).state !== 'unlocked') return { rules: [], known: false };
  const rules = await rulesOn(await requireUnlocked(), from.site);
  return { rules: rules.map(({ means, field }) => ({ means, field })), known: true };
}

/** Errors: `no-field` where the document is gone or the field cannot be told from others. */
export async function ruleOffered(
  target: FrameTarget,
  ref: string,
  site: string,
  means: RuleMeaning,
): Promise<void> {
  const { verdict } = await callTab(target, 'tab.verdict', { ref });
  await keep(site, means, verdict?.field ?? null);
}

/** The same for the field in focus, as the toolbar sees it. */
export async function ruleFocused(tab: CurrentTab, means: RuleMeaning): Promise<void> {
  if (tab.site === null) throw new AppError('no-access');
  await keep(tab.site, means, (await findVerdict(tab))?.field ?? null);
}

/** Puts the tab's pages into pointing. Errors: `no-access`. */
export async function startPicking({ tabId, site }: CurrentTab, means: RuleMeaning): Promise<void> {
  if (site === null) throw new AppError('no-access');
  await requireUnlocked();
  // Recognition first: what is picked is offered right afterwards.
  const frames = await injectIntoTab(tabId, '/page.js')
    .then(() => injectIntoTab(tabId, '/pick.js'))
    .catch(() => {
      throw new AppError('no-access');
    });
  const pick = await beginPick(tabId, site, means, Date.now());
  for (const { frameId, documentId } of frames) {
    // A frame that went away meanwhile cannot be pointed into; the others can.
    await callTab({ tabId, frameId, documentId }, 'pick.point', { pick, means }).catch(() => undefined);
  }
}

export async function endPicking(
  from: PageSender,
  pick: string,
  field: FieldDescriptor | null,
): Promise<void> {
  const means = await spendPick(pick, from, Date.now());
  tellTab(from.frame.tabId, 'pick.point', { pick: null });
  if (field) await keep(from.site, means, field);
}

export async function dropRule(id: string): Promise<void> {
  await requireUnlocked();
  await removeRule(id);
  await changed();
}

async function keep(site: string, means: RuleMeaning, field: FieldDescriptor | null): Promise<void> {
  if (!field) throw new AppError('no-field');
  await keepRule(await requireUnlocked(), site, means, field, Date.now());
  await changed();
}

async function changed(): Promise<void> {
  announce('rules');
  await tellTabs('tab.rules');
}

/** Every script of ours in every tab. */
export async function tellTabs(call: 'tab.rules' | 'tab.opened'): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) tellTab(id, call, {});
}

/** Every script of ours in a tab; most tabs hold none, and then nobody hears it. */
function tellTab(tabId: number, call: 'tab.rules' | 'tab.opened' | 'pick.point', args: object): void {
  fireAndForget(
    browser.tabs.sendMessage(tabId, { call, args }).catch(() => undefined),
    call,
  );
}
