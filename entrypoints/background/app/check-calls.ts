// The checks' part of what our own pages may ask, one line a call. Leans on lib/actions/checks; after an answer the watch is set anew.

import { adoptCheck, askCheck, cancelCheck, findLost } from '../../../lib/actions/checks/ask-check.ts';
import { forgetCheck, listLedger, pullChecks, refreshCheck } from '../../../lib/actions/checks/ledger.ts';
import { forgetTemplate, listTemplates, saveTemplate } from '../../../lib/actions/checks/templates.ts';
import { openAccounts } from '../../../lib/actions/open-account.ts';
import { AppError, toWire, type WireError } from '../../../lib/error.ts';
import type { CheckCalls } from '../../../lib/messages/app/checks.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { tidyLedger, watchChecks } from '../check-watch.ts';
import { insertInFront } from '../insert.ts';
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
    const check = await askCheck(u, wish, Date.now).finally(() => announce('checks'));
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
    const candidates = await findLost(await requireUnlocked(), id, Date.now());
    return { candidates: candidates.filter((check) => check !== null) };
  },
  'checks.adopt': async ({ id, remoteId }) => {
    const u = await requireUnlocked();
    const check = await adoptCheck(u, id, remoteId, Date.now());
    announce('checks');
    await watchChecks(u);
    return { check };
  },
};
