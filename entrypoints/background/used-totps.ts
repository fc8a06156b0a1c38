// Which authenticator code was filled last, by entry: a site takes each one once, so that the menu says so instead of offering it as
// new. Leans on storage.session; remembers one code an entry, which is worth nothing half a minute later.
import * as v from 'valibot';
import type { MenuTotp } from '../../lib/messages/views.ts';
import type { TotpView } from '../../lib/model.ts';
import { sessionItem } from '../../lib/session-item.ts';

const used = sessionItem<Record<string, string>>('used-totps', v.record(v.string(), v.string()), () => ({}));

export async function noteTotpUse(id: string, code: string): Promise<void> {
  await used.change((all) => ({ next: { ...all, [id]: code }, result: undefined }));
}

export async function markUsed(totps: readonly TotpView[]): Promise<MenuTotp[]> {
  if (totps.length === 0) return [];
  const codes = await used.get();
  return totps.map((totp) => ({ ...totp, used: codes[totp.id] === totp.code }));
}
