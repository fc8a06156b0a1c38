// The toolbar icon as the last place to speak: a sign that something did not work, and in its tooltip what. Leans on the
// action API; shown until the popup is opened. Never carries a site, an address or a code.
import { t } from '../../lib/i18n.ts';
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
