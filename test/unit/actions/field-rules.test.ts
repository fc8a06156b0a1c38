// Rules in the vault: one word a field, found with and without tags, gone with one call, and no more than a person sets.
import { beforeEach, expect, it } from 'vitest';
import { keepRule, listRules, removeRule, rulesOn } from '../../../lib/actions/field-rules.ts';
import { applyTags } from '../../../lib/actions/site-tags.ts';
import type { FieldDescriptor } from '../../../lib/field-rule.ts';
import { writeSettings } from '../../../lib/settings.ts';
import { database } from '../../../lib/store/database.ts';
import { createVault, eraseVault, type Unlocked } from '../../../lib/vault/vault.ts';
import { CHEAP, PASSPHRASE } from '../vault/worker.ts';

const FIELD: FieldDescriptor = {
  type: 'text',
  name: 'ref',
  label: 'blorp',
  form: 'join',
  path: '/join',
  at: 0,
};
let u: Unlocked;
beforeEach(async () => {
  await eraseVault();
  await writeSettings({ blindTags: true });
  u = await createVault(PASSPHRASE, CHEAP);
});

it('the last word on a field counts, on its site alone', async () => {
  await keepRule(u, 'shop.example', 'email', FIELD, 1);
  await keepRule(u, 'shop.example', 'never', FIELD, 2);
  await keepRule(u, 'other.example', 'code', FIELD, 3);
  expect((await rulesOn(u, 'shop.example')).map(({ means }) => means)).toEqual(['never']);
  expect((await listRules(u)).map(({ site }) => site)).toEqual(['other.example', 'shop.example']);
});

it('are found when tags are off, and when they come back', async () => {
  await writeSettings({ blindTags: false });
  await keepRule(u, 'shop.example', 'email', FIELD, 1);
  expect(await rulesOn(u, 'shop.example')).toHaveLength(1);
  await writeSettings({ blindTags: true });
  await applyTags(u, true);
  expect(await rulesOn(u, 'shop.example')).toHaveLength(1);
});

it('are forgotten by id, and sealed as long as they are there', async () => {
  const { id } = await keepRule(u, 'shop.example', 'email', FIELD, 1);
  const [row] = await database.sealed('rule').toArray();
  expect(new TextDecoder('latin1').decode(row?.box)).not.toMatch(/shop|blorp|email/);
  await removeRule(id);
  expect(await listRules(u)).toEqual([]);
});

it('the oldest of a site gives way to the newest', async () => {
  for (let at = 0; at < 42; at++)
    await keepRule(u, 'shop.example', 'email', { ...FIELD, name: `ref ${at}` }, at);
  const names = (await rulesOn(u, 'shop.example')).map(({ field }) => field.name);
  expect(names).toHaveLength(40);
  expect(names.at(0)).toBe('ref 2');
  expect(names.at(-1)).toBe('ref 41');
});
