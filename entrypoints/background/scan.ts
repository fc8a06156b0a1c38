// Reading a QR code from what the current tab shows. Leans on captureVisibleTab (a click's `activeTab`) and lib/actions; the
// picture is looked at in memory and dropped.

import { writeDraft } from '../../lib/actions/drafts.ts';
import { readTotpPicture } from '../../lib/actions/read-totp.ts';
import { AppError, type ErrorCode } from '../../lib/error.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { reportBug } from '../../lib/report.ts';
import type { TotpDraft } from '../../lib/requests.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { raiseBadge } from './badge.ts';
import { currentTab } from './current-tab.ts';
import { showPopup } from './own-windows.ts';

/** Errors: `no-access`, `no-qr`, `bad-otpauth`. The draft belongs to the site in front. */
export async function scanCurrentTab(): Promise<TotpDraft> {
  const tab = await currentTab();
  if (!tab?.site) throw new AppError('no-access');
  const picture = await browser.tabs.captureVisibleTab(undefined, { format: 'png' }).catch(() => {
    throw new AppError('no-access');
  });
  return readTotpPicture(await pixelsOf(picture), tab.site);
}

/** @param url a `data:` URL of a picture, decoded by the browser without a request. */
export async function pixelsOf(url: string): Promise<ImageData> {
  const blob = await (await fetch(url)).blob();
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('no-qr');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const SAID: Partial<Record<ErrorCode, MessageKey>> = {
  'no-qr': 'noticeNoQr',
  'bad-otpauth': 'noticeNotOtpauth',
  'no-access': 'noticeNoAccess',
};

/**
 * From the context menu: scans, then opens the popup on the form with what was found, as if it had been typed there, so that
 * nothing is kept that was not looked at. Locked, the popup opens to unlock, and its own button scans.
 */
export async function scanToPopup(): Promise<void> {
  try {
    const u = await requireUnlocked();
    const found = await scanCurrentTab();
    await writeDraft(u, 'totp.new', JSON.stringify(formOf(found)));
    await writeDraft(
      u,
      'popup.place',
      JSON.stringify({ tab: 'codes', screen: 'new', id: '', at: Date.now() }),
    );
    await showPopup();
  } catch (error) {
    if (!(error instanceof AppError)) return reportBug('scan', error);
    if (error.code === 'locked' || error.code === 'no-vault') return showPopup();
    await raiseBadge(t(SAID[error.code] ?? 'noticeFailed'));
  }
}

/** The popup's own form: text fields all (components/screens/totp-form). */
function formOf({ digits, period, site, ...found }: TotpDraft): Record<string, string> {
  return { ...found, digits: String(digits), period: String(period), site: site ?? '', link: '' };
}
