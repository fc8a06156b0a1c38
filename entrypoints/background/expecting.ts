// After an address with an inbox was filled, a letter may be on its way to a page that has no field to offer it at: for five minutes its
// inbox is asked, and what came for the site stands as a number on the toolbar button of that tab. Leans on lib/actions, alarms and
// storage.session; a page that waits for itself is left to its own beats, and nothing is fetched that a letter links to.
import * as v from 'valibot';
import { lettersFor } from '../../lib/actions/find-codes.ts';
import { inboxesOn, makePoll } from '../../lib/actions/poll-inboxes.ts';
import type { FormKind } from '../../lib/model.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { siteOf } from '../../lib/site.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';
import { countBadge } from './badge.ts';
import { announce } from './changes.ts';
import { isBeating } from './hearings.ts';
import { waitOn } from './waits.ts';

export const EXPECT_ALARM = 'expect';

/** Milliseconds: most letters that confirm something come within seconds, and nobody looks at a page for longer. */
const LIFE = 5 * 60_000;
/** Milliseconds after the fill: while the worker lives anyway. */
const SOON = [6_000, 14_000, 24_000] as const;
/** Minutes: the least that browsers grant to what is published. */
const PERIOD = 0.5;
/** Tabs at a time: each costs a request every half minute. */
const MOST = 3;

const shape = v.object({
  tabId: v.number(),
  site: v.string(),
  since: v.number(),
  /** Letters that were there before, or that its user has seen. */
  seen: v.array(v.string()),
});
type Expectation = v.InferOutput<typeof shape>;
const expectations = sessionItem('expecting', v.array(shape), () => []);

/** After which forms a letter comes: to confirm an address, or with a way in. */
const BRINGS_LETTER: Record<FormKind, boolean> = {
  'sign-up': true,
  'sign-up-or-log-in': true,
  'log-in': true,
  newsletter: true,
  unknown: true,
  contact: false,
  checkout: false,
  settings: false,
  search: false,
  'code-email': false,
  'code-sms': false,
  'code-totp': false,
  code: false,
  payment: false,
};

/** An address was filled into a form. */
export async function expectLetter(tabId: number, site: string, form: FormKind, now: number): Promise<void> {
  const { u } = await peekVault();
  if (u === null || !BRINGS_LETTER[form] || (await inboxesOn(u, site)).length === 0) return;
  // What was there before is no answer to this fill.
  const { codes, links } = await lettersFor(u, { site, since: now });
  const seen = [...codes, ...links].map(({ messageId }) => messageId);
  await expectations.change((all) => {
    const others = all.filter((it) => it.tabId !== tabId && isAlive(it, now));
    return { next: [...others, { tabId, site, since: now, seen }].slice(-MOST), result: undefined };
  });
  browser.alarms.create(EXPECT_ALARM, { periodInMinutes: PERIOD });
  for (const after of SOON) setTimeout(() => fireAndForget(lookForLetters(), 'expected'), after);
}

const isAlive = ({ since }: Expectation, now: number): boolean => since <= now && now - since < LIFE;

/** Asks for what is expected, and says what came; ends the alarm with the last expectation. */
export async function lookForLetters(): Promise<void> {
  const all = await expectations.get();
  const alive = all.filter((it) => isAlive(it, Date.now()));
  if (alive.length === 0) await browser.alarms.clear(EXPECT_ALARM);
  const { u } = await peekVault();
  if (u !== null) await Promise.all(alive.map((it) => look(u, it)));
}

/** Tabs whose button shows a number, as far as this worker knows. */
const counted = new Set<number>();

async function look(u: Unlocked, { tabId, site, since, seen }: Expectation): Promise<void> {
  const wait = { site, since };
  const theirs = await waitOn(tabId, site, Date.now());
  // The page asks by itself, at a better pace.
  if (theirs === null || !isBeating(theirs.documentId)) {
    await makePoll(u, wait, await inboxesOn(u, site), null).next();
  }
  const { codes, links } = await lettersFor(u, wait);
  const fresh = [...codes, ...links]
    .filter(({ senderMatches, usedAt }) => senderMatches === true && usedAt === null)
    .filter(({ messageId }) => !seen.includes(messageId));
  // A page that shows its address to nobody is not known to be of the site.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const isThere = tab?.url !== undefined && siteOf(tab.url) === site;
  const count = isThere ? new Set(fresh.map(({ messageId }) => messageId)).size : 0;
  // None where none was shown is no news: another sign may stand there.
  if (count > 0 || counted.has(tabId)) await countBadge(tabId, count);
  if (count > 0) counted.add(tabId);
  else counted.delete(tabId);
  if (fresh.length > 0) announce('codes', 'inbox');
}

/** The popup shows what came: the number has served. */
export async function seeLetters(tabId: number, messageIds: readonly string[]): Promise<void> {
  const known = await expectations.change((all) => ({
    next: all.map((it) =>
      it.tabId === tabId ? { ...it, seen: [...new Set([...it.seen, ...messageIds])] } : it,
    ),
    result: all.some((it) => it.tabId === tabId),
  }));
  if (known) await countBadge(tabId, 0);
  counted.delete(tabId);
}

export async function endExpectation(tabId: number): Promise<void> {
  await expectations.change((all) => ({ next: all.filter((it) => it.tabId !== tabId), result: undefined }));
}
