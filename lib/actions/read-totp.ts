// Reading what a site shows at two-factor set-up, as a link or as a picture, into a draft that the user then keeps or drops.
// Leans on lib/totp; stores nothing.
import type { TotpDraft } from '../requests.ts';
import { parseOtpauth } from '../totp/otpauth.ts';
import { decodeQr, type Pixels } from '../totp/qr.ts';

/** Errors: `bad-otpauth` with the field that is wrong. */
export function readTotpLink(link: string, site: string | null): TotpDraft {
  return { ...parseOtpauth(link), site };
}

/** Errors: `no-qr`; those of `readTotpLink`. */
export function readTotpPicture(picture: Pixels, site: string | null): TotpDraft {
  return readTotpLink(decodeQr(picture), site);
}
