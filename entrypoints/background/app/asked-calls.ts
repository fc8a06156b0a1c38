// The part of our own pages' calls that is about checks the user is asked for, one line a call. Leans on inspected.ts and
// lib/actions/checks; opens pages in tabs and presses nothing on them.
import {
  forgetAsked,
  keptAs,
  listAsked,
  lookAsked,
  withdrawalPage,
} from '../../../lib/actions/checks/kept-asked.ts';
import { forgetVerifier, listVerifiers } from '../../../lib/actions/checks/verifiers.ts';
import type { AskedCalls } from '../../../lib/messages/app/asked.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { browser } from '../../../lib/platform.ts';
import { peekVault, requireUnlocked } from '../../../lib/vault/vault.ts';
import { cameFrom } from '../came-from.ts';
import { announce } from '../changes.ts';
import { currentTab } from '../current-tab.ts';
import { inspectedLink, keepLink, keepRead, knowHost, readLink } from '../inspected.ts';
import { noteHosts } from '../known-hosts.ts';

export const askedCalls: Handlers<AskedCalls, AppSender> = {
  'checks.here': async () => {
    const tab = await currentTab();
    if (!tab?.url) return keepLink('', null);
    return keepLink(tab.url, await cameFrom(tab.tabId, tab.url));
  },
  'checks.link': async ({ id }) => {
    const { link } = await inspectedLink(id);
    const { u } = await peekVault();
    return { link, kept: u === null ? 'no' : await keptAs(u, link) };
  },
  'checks.asked': async ({ id }) => readLink(await inspectedLink(id)),
  'asked.list': async () => ({ checks: await listAsked(await requireUnlocked(), Date.now()) }),
  'asked.keep': async ({ id }) => {
    await keepRead(await requireUnlocked(), await inspectedLink(id), null);
    return {};
  },
  'asked.look': async ({ id }) => ({ check: await lookAsked(await requireUnlocked(), id, Date.now()) }),
  'asked.privacy': async ({ id }) => {
    await browser.tabs.create({ url: await withdrawalPage(await requireUnlocked(), id) });
    return {};
  },
  'asked.forget': async ({ id }) => {
    await requireUnlocked();
    await forgetAsked(id);
    announce('asked');
    return {};
  },
  'verifiers.list': async () => ({ verifiers: await listVerifiers(await requireUnlocked()) }),
  'verifiers.know': async ({ id }) => {
    await knowHost(await requireUnlocked(), await inspectedLink(id));
    announce('asked');
    return {};
  },
  'verifiers.forget': async ({ id }) => {
    const u = await requireUnlocked();
    await forgetVerifier(id);
    await noteHosts(u);
    announce('asked');
    return {};
  },
};
