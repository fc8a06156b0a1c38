// The toolbar icon as the last place to speak: a sign that something did not work, or how many letters came for the site of a tab, and in
// its tooltip what. Leans on the action API; shown until the popup is opened. Never carries a site, an address or a code.
import { t, tn } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';

/** No page to speak in: the icon says that something did not work, its tooltip says what. */
export async function raiseBadge(text: string): Promise<void> {
  await browser.action.setBadgeText({ text: '!' });
  await browser.action.setTitle({ title: text });
}

/** The popup was opened: the sign has served. */
export async function clearBadge(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
  await browser.action.setTitle({ title: t('extName') });
}

/** How many codes and links came for the site in a tab; none takes the number away. The browser does so itself when the tab goes on. */
export async function countBadge(tabId: number, count: number): Promise<void> {
  // Chrome throws at a null, where Firefox takes it for “as everywhere else”.
  const text = count === 0 ? '' : String(count);
  const title = count === 0 ? t('extName') : tn('badgeLetters', count);
  // Rejects for a tab that is gone.
  const gone = () => undefined;
  await browser.action.setBadgeText({ tabId, text }).catch(gone);
  await browser.action.setTitle({ tabId, title }).catch(gone);
}
