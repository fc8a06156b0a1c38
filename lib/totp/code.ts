// The current code of an authenticator secret (RFC 6238). Leans on otpauth. Takes the time as an argument and reads no
// clock; gives screens a view without the secret.
import { Secret, TOTP } from 'otpauth';
import type { Totp, TotpView } from '../model.ts';

export interface TotpCode {
  code: string;
  /** Milliseconds since the epoch at which the code stops being right. */
  validUntil: number;
}

/** @param now milliseconds since the epoch, 0 or later. */
export function totpCode(
  totp: Pick<Totp, 'secret' | 'algorithm' | 'digits' | 'period'>,
  now: number,
): TotpCode {
  const { algorithm, digits, period } = totp;
  const secret = Secret.fromBase32(totp.secret);
  const step = period * 1000;
  return {
    code: TOTP.generate({ secret, algorithm, digits, period, timestamp: now }),
    validUntil: (Math.floor(now / step) + 1) * step,
  };
}

/** What a screen may see of a TOTP at `now` (milliseconds): everything but the secret. */
export function viewTotp(totp: Totp, now: number): TotpView {
  const { id, issuer, account, site, digits, period } = totp;
  return { id, issuer, account, site, digits, period, ...totpCode(totp, now) };
}
