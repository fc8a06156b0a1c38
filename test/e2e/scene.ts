// A stage for tests of the product in Chromium: sandbox, browser, vault, account, site access, all made by a person's clicks
// (test/tour/journey.ts). Leans on the drivers and the sandbox; `ask` speaks to the background as our own pages do.
import type { Page } from 'playwright-core';
import type { MessageFilter } from '../../lib/message-query.ts';
import type { Answer, AppCalls, ArgsOf, ReplyOf } from '../../lib/messages/contract.ts';
import type { MessageSummary } from '../../lib/model.ts';
import { PAGE_ROWS } from '../../lib/page-of.ts';
import type { Entry } from '../sandbox/edge/journal.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import * as tour from '../tour/journey.ts';
import { type ChromiumDriver, type LaunchOptions, launchChromium } from './drivers/chromium.ts';

export interface Scene {
  sandbox: Sandbox;
  browser: ChromiumDriver;
  journey: tour.Journey;
  close(): Promise<void>;
}

export interface SceneWish {
  /** Whether AliasKit is connected; the welcome stays at its second step otherwise. */
  account?: boolean;
  /** Whether all sites are granted. */
  access?: boolean;
  launch?: LaunchOptions;
}

/** Starts everything up to the welcome page; no vault yet. */
export async function openStage(launch: LaunchOptions = {}): Promise<Scene> {
  const sandbox = await startSandbox({ rateLimit: null });
  const browser = await launchChromium(launch);
  return {
    sandbox,
    browser,
    journey: await tour.meetWelcome(browser, sandbox.json),
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** The same with an open vault; by default with AliasKit and all sites. */
export async function openScene({ account = true, access = true, launch }: SceneWish = {}): Promise<Scene> {
  const scene = await openStage(launch);
  await tour.createVault(scene.journey);
  if (account) await tour.connectAliaskit(scene.journey);
  else if (access) await tour.decideLater(scene.journey);
  if (access) await tour.allowSites(scene.journey);
  return scene;
}

/** Asks the background from one of our own pages, as its screens do. */
export function answerOf<Name extends keyof AppCalls & string>(
  page: Page,
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): Promise<Answer<ReplyOf<AppCalls[Name]>>> {
  return page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ call, args })})`);
}

/** The same where it must succeed. */
export async function ask<Name extends keyof AppCalls & string>(
  page: Page,
  call: Name,
  args: ArgsOf<AppCalls[Name]>,
): Promise<ReplyOf<AppCalls[Name]>> {
  const answer = await answerOf(page, call, args);
  if ('err' in answer) throw new Error(`${call}: ${JSON.stringify(answer.err)}`);
  return answer.ok;
}

/** Requests that created an identity, as the server saw them. */
export const creations = ({ sandbox }: Scene): Entry[] =>
  sandbox.world.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/identities');

/** Addresses as the vault holds them. */
export const emails = async ({ journey }: Scene): Promise<string[]> =>
  (await ask(journey.options, 'addresses.list', {})).addresses.map(({ email }) => email);

/** The messages kept by the extension, the newest first; as many as one answer holds. */
export async function keptMessages(page: Page, filter: MessageFilter = {}): Promise<MessageSummary[]> {
  return (await ask(page, 'inbox.list', { text: '', filter, offset: 0, limit: PAGE_ROWS })).rows;
}
