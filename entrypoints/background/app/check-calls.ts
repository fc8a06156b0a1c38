// The checks' part of what our own pages may ask, one line a call. Leans on lib/actions/checks; after an answer the watch is set anew.

import { askCheck, cancelCheck } from '../../../lib/actions/checks/ask-check.ts';
import { noteTwins, settleTwin } from '../../../lib/actions/checks/check-twins.ts';
import { forgetCheck, listLedger } from '../../../lib/actions/checks/ledger.ts';
import { refreshCheck } from '../../../lib/actions/checks/look.ts';
import { adoptCheck, findLost, givenUpAt } from '../../../lib/actions/checks/lost-check.ts';
import { pullChecks } from '../../../lib/actions/checks/pull.ts';
import { forgetTemplate, listTemplates, saveTemplate } from '../../../lib/actions/checks/templates.ts';
import { writeDraft } from '../../../lib/actions/drafts.ts';
import { openAccounts } from '../../../lib/actions/open-account.ts';
import { AppError, toWire, type WireError } from '../../../lib/error.ts';
import type { LedgerView } from '../../../lib/ledger.ts';
import type { CheckCalls } from '../../../lib/messages/app/checks.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { fireAndForget } from '../../../lib/report.ts';
import { requireUnlocked, type Unlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { tidyLedger, watchChecks } from '../check-watch.ts';
import { insertInFront } from '../insert.ts';
import { noteCheckPlace } from '../own-windows.ts';
import { isHandable } from '../quick-check.ts';

export const checkCalls: Handlers<CheckCalls, AppSender> = {
  'checks.list': async () => {
    const u = await requireUnlocked();
    await tidyLedger(u);
    return { checks: await listLedger(u) };
  },
  'checks.ask': async (wish) => {
    const u = await requireUnlocked();
    // Also after a doubt: the intent stands in the ledger then.
    const check = await askCheck(u, wish, Date.now)
      .catch((error: unknown) => afterDoubt(u, error))
      .finally(() => announce('checks'));
    await formDone(u, check.id);
    lookForSecond(u, check);
    await watchChecks(u);
    return { check };
  },
  'checks.look': async ({ id }) => ({ check: await refreshCheck(await requireUnlocked(), id, Date.now()) }),
  'checks.pull': async () => {
    const u = await requireUnlocked();
    let added = 0;
    let trouble: WireError | null = null;
    for (const { account, provider } of await openAccounts(u)) {
      if (!provider.checks) continue;
      try {
        added += await pullChecks(u, account.id, Date.now());
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        trouble ??= toWire(error);
      }
    }
    announce('checks');
    await watchChecks(u);
    return { added, trouble };
  },
  'checks.cancel': async ({ id }) => {
    const check = await cancelCheck(await requireUnlocked(), id, Date.now());
    announce('checks');
    return { check };
  },
  'checks.forget': async ({ id }) => {
    await requireUnlocked();
    await forgetCheck(id);
    announce('checks');
    return {};
  },
  'checks.insert': async ({ id }) => {
    const entry = (await listLedger(await requireUnlocked())).find((one) => one.id === id);
    if (!entry?.link || !isHandable(entry, Date.now())) throw new AppError('not-found', { what: 'link' });
    return { outcome: await insertInFront(entry.link) };
  },
  'checks.templates': async () => ({ templates: await listTemplates(await requireUnlocked()) }),
  'checks.saveTemplate': async (wish) => {
    const template = await saveTemplate(await requireUnlocked(), wish, Date.now());
    announce('checks');
    return { template };
  },
  'checks.forgetTemplate': async ({ id }) => {
    await requireUnlocked();
    await forgetTemplate(id);
    announce('checks');
    return {};
  },
  'checks.lost': async ({ id }) => {
    return { candidates: await findLost(await requireUnlocked(), id) };
  },
  'checks.adopt': async ({ id, remoteId }) => {
    const u = await requireUnlocked();
    const check = await adoptCheck(u, id, remoteId, Date.now());
    announce('checks');
    lookForSecond(u, check);
    await watchChecks(u);
    return { check };
  },
  'checks.settleTwin': async ({ id, remoteId, wish }) => {
    const outcome = await settleTwin(await requireUnlocked(), id, remoteId, wish, Date.now());
    announce('checks');
    return { outcome };
  },
};

/**
 * The popup may have closed while the service was asked: what it had to do afterwards is done here, or it would open on the same form, filled
 * in, to be pressed a second time.
 */
async function formDone(u: Unlocked, id: string | null): Promise<void> {
  await writeDraft(u, 'check.new', null);
  await noteCheckPlace(u, id);
}

async function afterDoubt(u: Unlocked, error: unknown): Promise<never> {
  if (error instanceof AppError && error.code === 'doubtful') await formDone(u, null);
  throw error;
}

/** When nobody waits for it any more; a failure of it is no trouble of the creation. */
function lookForSecond(u: Unlocked, { id, sentAt, updatedAt, lostAt, origin }: LedgerView): void {
  const span = (origin === 'adopted' ? givenUpAt({ sentAt, lostAt }) : updatedAt) - sentAt;
  const look = async () => {
    if ((await noteTwins(u, id, span)) > 0) announce('checks');
  };
  fireAndForget(look().catch(tolerate), 'second check');
}

function tolerate(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
