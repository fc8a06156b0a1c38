// Authenticator entries: add, list with the codes of this moment, edit, remove. Leans on the vault and lib/totp; a secret
// goes in and never comes out.
import { AppError } from '../error.ts';
import type { Totp, TotpView } from '../model.ts';
import type { TotpDraft, TotpEdit } from '../requests.ts';
import { viewTotp } from '../totp/code.ts';
import { normaliseTotp } from '../totp/otpauth.ts';
import { newId } from '../vault/ids.ts';
import { listRecords, putRecord, removeRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Errors: `bad-otpauth` with the field that is wrong. */
export async function addTotp(u: Unlocked, draft: TotpDraft, now: number): Promise<TotpView> {
  const totp: Totp = { ...normaliseTotp(draft), id: newId(), createdAt: now };
  await putRecord(u, 'totp', totp);
  return viewTotp(totp, now);
}

/** By issuer, then account. */
export async function listTotps(u: Unlocked, now: number): Promise<TotpView[]> {
  const { records } = await listRecords(u, 'totp');
  return records
    .sort((a, b) => a.issuer.localeCompare(b.issuer) || a.account.localeCompare(b.account))
    .map((totp) => viewTotp(totp, now));
}

/** The entries of one site. */
export async function totpsOn(u: Unlocked, site: string, now: number): Promise<TotpView[]> {
  return (await listTotps(u, now)).filter((totp) => totp.site === site);
}

/** Below this many milliseconds the next code is the better one: the server may check after the turn. */
const TOO_LATE = 1500;

/** The code to type for an entry of `site`. Errors: `not-found`; `forbidden` when the entry belongs to another site. */
export async function codeFor(u: Unlocked, id: string, site: string, now: number): Promise<string> {
  const { records } = await listRecords(u, 'totp');
  const totp = records.find((it) => it.id === id);
  if (!totp) throw new AppError('not-found', { what: 'totp' });
  if (totp.site !== site) throw new AppError('forbidden', { what: 'totp' });
  const view = viewTotp(totp, now);
  return view.validUntil - now < TOO_LATE ? viewTotp(totp, view.validUntil).code : view.code;
}

export async function updateTotp(u: Unlocked, edit: TotpEdit, now: number): Promise<TotpView> {
  return transact(u, ['totp'], async (tx) => {
    const current = await tx.get('totp', edit.id);
    if (!current) throw new AppError('not-found', { what: 'totp' });
    const next: Totp = { ...current, ...normaliseTotp({ ...current, ...edit }) };
    await tx.put('totp', next);
    return viewTotp(next, now);
  });
}

export async function removeTotp(id: string): Promise<void> {
  await removeRecord('totp', id);
}
