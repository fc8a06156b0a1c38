// Templates of the user's own: a draft under a name, to begin with another time. Leans on the vault; what may be sent is the linter's
// business when it is used, not when it is kept.
import type { OwnTemplate } from '../../check-template.ts';
import { AppError } from '../../error.ts';
import { listRecords, newId, removeRecord, transact } from '../../vault/records.ts';
import type { Unlocked } from '../../vault/vault.ts';

/** By name. */
export async function listTemplates(u: Unlocked): Promise<OwnTemplate[]> {
  const { records } = await listRecords(u, 'template');
  return records.sort((a, b) => a.name.localeCompare(b.name));
}

/** Keeps one; another of the same name gives way to it. Errors: `rejected`, field `name`, for a name that is blank. */
export async function saveTemplate(
  u: Unlocked,
  wish: Pick<OwnTemplate, 'name' | 'claims' | 'redirectUrl'>,
  now: number,
): Promise<OwnTemplate> {
  const name = wish.name.trim();
  if (name === '') throw new AppError('rejected', { field: 'name' });
  return transact(u, ['template'], async (tx) => {
    const { records } = await tx.list('template');
    const known = records.find((one) => one.name === name);
    const { claims, redirectUrl } = wish;
    const kept = { id: known?.id ?? newId(), name, claims, redirectUrl, createdAt: known?.createdAt ?? now };
    await tx.put('template', kept);
    return kept;
  });
}

export async function forgetTemplate(id: string): Promise<void> {
  await removeRecord('template', id);
}
