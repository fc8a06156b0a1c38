// Reading a QR code from what the current tab shows. Leans on captureVisibleTab (a click's `activeTab`) and lib/totp/qr; the
// picture is looked at in memory and dropped.
import { AppError } from '../../lib/error.ts';
import type { TotpDraft } from '../../lib/messages/contract.ts';
import { browser } from '../../lib/platform.ts';
import { parseOtpauth } from '../../lib/totp/otpauth.ts';
import { decodeQr } from '../../lib/totp/qr.ts';
import { currentTab } from './current-tab.ts';

/** Errors: `no-access`, `no-qr`, `bad-otpauth`. The draft belongs to the site in front. */
export async function scanCurrentTab(): Promise<TotpDraft> {
  const tab = await currentTab();
  if (!tab?.site) throw new AppError('no-access');
  const picture = await browser.tabs.captureVisibleTab(undefined, { format: 'png' }).catch(() => {
    throw new AppError('no-access');
  });
  const draft = parseOtpauth(decodeQr(await pixelsOf(picture)));
  return { ...draft, site: tab.site };
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
