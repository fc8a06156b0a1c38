// What the user said of the fields of a site: sealed, found by the site's blind tag, one word a field. Leans on the vault;
// a page may ask for the rules of its own site and for no other's, and nothing here is known while locked.
import type { FieldDescriptor, FieldRule, RuleMeaning } from '../field-rule.ts';
import { recordId } from '../vault/ids.ts';
import { listRecords, removeRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { recordsWith, tagOf } from './site-tags.ts';

/** Rules kept for one site: more than any person sets; the oldest goes. */
const MOST = 40;

/** Keeps the user's word, in the place of an earlier one on the same field. */
export async function keepRule(
  u: Unlocked,
  site: string,
  means: RuleMeaning,
  field: FieldDescriptor,
  now: number,
): Promise<FieldRule> {
  const { type, name, label, form, path, at } = field;
  const id = recordId(u, 'rule', site, type, name, label, form, path, String(at));
  const rule: FieldRule = { id, site, means, field, createdAt: now };
  const others = (await rulesOn(u, site)).filter((one) => one.id !== id);
  const tag = await tagOf('rule', rule);
  await transact(u, ['rule'], async (tx) => {
    for (const old of others.slice(0, Math.max(0, others.length - MOST + 1))) await tx.remove('rule', old.id);
    await tx.put('rule', rule, tag);
  });
  return rule;
}

/** The rules of a site, oldest first. */
export async function rulesOn(u: Unlocked, site: string): Promise<FieldRule[]> {
  return (await recordsWith(u, 'rule', site)).sort((a, b) => a.createdAt - b.createdAt);
}

/** Every rule, by site, then oldest first. */
export async function listRules(u: Unlocked): Promise<FieldRule[]> {
  const { records } = await listRecords(u, 'rule');
  return records.sort((a, b) => a.site.localeCompare(b.site) || a.createdAt - b.createdAt);
}

export async function removeRule(id: string): Promise<void> {
  await removeRecord('rule', id);
}
