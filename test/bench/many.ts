// A vault with as many addresses as a heavy user has, for the benches of large lists. Leans on the stage and on inside.ts.
import { runInside } from './bundle.ts';
import type { Setting, Stage } from './stage.ts';

const STEP = 10_000;

/** Fills the vault. The worker must be restarted before anything is measured: it was not told of these rows. */
export async function fillVault(
  { journey, browser, ask }: Stage,
  setting: Setting,
  count: number,
): Promise<void> {
  const accountIds: string[] = [];
  for (const name of ['Home', 'Büro']) {
    const scheme = { type: 'catch-all', domain: `${accountIds.length ? 'alias' : 'own'}.example` };
    const draft = { kind: 'local', name, scheme, format: 'site-hash' };
    const { account } = await ask<{ account: { id: string } }>('accounts.connect', draft);
    accountIds.push(account.id);
  }
  for (let made = 0; made < count; made += STEP) {
    await runInside(journey.options, 'seed', made, Math.min(made + STEP, count), accountIds);
    setting.tell(`${Math.min(made + STEP, count)} of ${count} addresses made`);
  }
  await browser.killWorker();
}
