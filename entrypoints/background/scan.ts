// Reading a QR code from what the current tab shows. Leans on captureVisibleTab (a click's `activeTab`) and lib/actions; the
// picture is looked at in memory and dropped.
import { readTotpPicture } from '../../lib/actions/read-totp.ts';
import { AppError } from '../../lib/error.ts';
import { browser } from '../../lib/platform.ts';
import type { TotpDraft } from '../../lib/requests.ts';
import { currentTab } from './current-tab.ts';

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
