// What is said of messages that come for a page: whose they are, and what their link does. Leans on lib/i18n.ts; hosts are shown as
// lib/host-display.ts writes them.
import { displayHost } from '../../lib/host-display.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { LetterLink } from '../../lib/model.ts';

/** What a link does, as the button that opens it. */
export const LINK_WORDS: Record<LetterLink['kind'], MessageKey> = {
  verify: 'letterLinkVerify',
  'sign-in': 'letterLinkSignIn',
  'change-email': 'letterLinkChange',
};

const STRANGERS: Record<'code' | 'link', { from: MessageKey; silent: MessageKey }> = {
  code: { from: 'letterCodeFrom', silent: 'letterCodeSilent' },
  link: { from: 'letterLinkFrom', silent: 'letterLinkSilent' },
};

/**
 * @param elsewhere the site it is from; null where it names none
 * @returns "This code is from bank.example. You are on bank-example.co."
 */
export function strangerWords(what: 'code' | 'link', elsewhere: string | null, site: string): string {
  const { from, silent } = STRANGERS[what];
  const here = displayHost(site);
  return elsewhere === null ? t(silent, here) : t(from, displayHost(elsewhere), here);
}
