// Random histories of edits on both sides and troubles, through the shipped build in real Firefox, whose database ends a transaction in
// which anything else is awaited: when they stop, both sides agree and no text is lost that nobody replaced. The same steps as in
// test/unit/anonli, without deaths of the worker; `MONIKER_RUNS` and `MONIKER_SEED` as there.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Address } from '../../lib/model.ts';
import type { SyncState } from '../../lib/sync-state.ts';
import { HOUSE_PASSWORD } from '../sandbox/anonli/house-vault.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { Ledger } from '../unit/anonli/ledger.ts';
import { type Remote, remoteOf } from '../unit/anonli/remote.ts';
import { histories, type Step } from '../unit/anonli/steps.ts';
import { launchFirefox } from './drivers/firefox.ts';
import type { FirefoxDriver } from './drivers/firefox-driver.ts';
import type { FirefoxPage } from './drivers/firefox-page.ts';
import { waitFor } from './drivers/wait.ts';

const RUNS = Number(process.env.MONIKER_RUNS ?? 4);
const SEED = Number(process.env.MONIKER_SEED ?? 20261122);
/** Each costs a few requests, and we send no more than some sixty a minute. */
const STEPS = 14;
const FIELDS = ['label', 'note'] as const;

let sandbox: Sandbox;
let browser: FirefoxDriver;
let options: FirefoxPage;
let accountId: string;
let remote: Remote;

type Answer<T> = { ok: T } | { err: { code: string } };
const send = <T>(call: string, args: object): Promise<Answer<T>> =>
  options.evaluate(`browser.runtime.sendMessage(${JSON.stringify({ call, args })})`);

async function ask<T>(call: string, args: object): Promise<T> {
  const answer = await send<T>(call, args);
  if ('err' in answer) throw new Error(`${call}: ${JSON.stringify(answer.err)}`);
  return answer.ok;
}

/** Words of the background that something between here and the service has ended, counted. */
const heard = (): Promise<number> => options.evaluate<number>('window.heardSync ?? 0');

/** Asks, and waits until what it set off at the service has ended, well or not. @returns null where it was refused */
async function ended<T>(call: string, args: object, words: number): Promise<T | null> {
  const before = await heard();
  const answer = await send<T>(call, args);
  if ('err' in answer) {
    expect(answer.err.code).not.toBe('bug');
    return null;
  }
  await waitFor(async () => (await heard()) >= before + words, `the end of ${call}`, 30_000);
  return answer.ok;
}

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: null });
  remote = remoteOf(sandbox);
  browser = await launchFirefox();
  options = await browser.newTab(`${browser.origin}/options.html`);
  await ask('vault.create', { passphrase: 'orbital lemon teacup' });
  const sites = await browser.newTab(`${browser.origin}/options.html#/sites`);
  await sites.waitFor('button', 'all sites');
  await sites.click('button', 'all sites');
  await browser.acceptPermissions();
  await options.evaluate(`browser.runtime.onMessage.addListener((message) => {
    if (message?.areas?.includes('sync')) window.heardSync = (window.heardSync ?? 0) + 1;
  })`);
  const { anonli: baseUrl, anonliKey: apiKey } = sandbox.json;
  const draft = { kind: 'anonli', name: '', baseUrl, apiKey, vaultPassword: HOUSE_PASSWORD };
  const { account } = await ask<{ account: { id: string } }>('accounts.connect', draft);
  accountId = account.id;
  await waitFor(async () => (await state()).lastPullAt, 'the first reading');
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

async function state(): Promise<SyncState> {
  const { accounts } = await ask<{ accounts: SyncState[] }>('sync.state', {});
  const found = accounts.find((one) => one.accountId === accountId);
  if (found === undefined) throw new Error('no such account');
  return found;
}

async function ours(): Promise<Address[]> {
  const query = { text: '', filter: { accountId }, sort: 'created', offset: 0, limit: 50 };
  type Page = { rows: Address[]; building: unknown };
  const page = await waitFor(async () => {
    const found = await ask<Page>('addresses.search', query);
    return found.building === null ? found : null;
  }, 'the list');
  return page.rows;
}

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];
const here = async (which: number) =>
  pick(
    (await ours()).filter(({ forwarding }) => !forwarding?.gone),
    which,
  );

async function type(which: number, field: 'label' | 'note', text: string, ledger: Ledger): Promise<void> {
  const address = await here(which);
  if (address === undefined || address[field] === text) return;
  if ((await ended('addresses.update', { id: address.id, [field]: text }, 1)) === null) return;
  ledger.typed(text);
  ledger.replaced(address[field]);
}

async function perform(step: Step, ledger: Ledger): Promise<void> {
  const row = 'which' in step ? pick(remote.rows(), step.which) : undefined;
  switch (step.do) {
    case 'create': {
      const label = ledger.next();
      if (await ended('addresses.create', { accountId, site: null, label }, 1)) ledger.typed(label);
      return;
    }
    case 'edit':
      return type(step.which, step.field, ledger.next(), ledger);
    case 'edit in two windows': {
      const shown = await here(step.which);
      await type(step.which, step.field, ledger.next(), ledger);
      if (shown === undefined) return;
      const late = { [step.field]: ledger.next(), seen: { [step.field]: shown[step.field] } };
      // What the other window wrote a moment ago is not written over by one that has not seen it.
      const answer = await send('addresses.update', { id: shown.id, ...late });
      if (shown[step.field] !== '') expect(answer).toMatchObject({ err: { code: 'conflict' } });
      return;
    }
    case 'clear':
      return type(step.which, step.field, '', ledger);
    case 'switch': {
      const address = await here(step.which);
      if (address) await ended('addresses.update', { id: address.id, active: !address.active }, 1);
      return;
    }
    case 'send':
    case 'pull':
      await ended('sync.pull', { id: accountId, force: true }, 0);
      return;
    case 'resolve': {
      const address = pick(
        (await ours()).filter(({ forwarding }) => forwarding?.conflict),
        step.which,
      );
      const field = FIELDS.find((one) => address?.forwarding?.conflict?.[one] !== undefined);
      if (address === undefined || field === undefined) return;
      const seen = { ours: address[field], theirs: address.forwarding?.conflict?.[field] };
      if ((await ended('addresses.resolve', { id: address.id, field, keep: step.keep, seen }, 2)) === null)
        return;
      ledger.replaced(step.keep === 'ours' ? address.forwarding?.conflict?.[field] : address[field]);
      return;
    }
    case 'write there':
    case 'clear there': {
      if (row === undefined) return;
      ledger.replaced(remote.read(row.id, step.field));
      const text = step.do === 'clear there' ? '' : ledger.next();
      ledger.typed(text);
      remote.write(row.id, step.field, text);
      return;
    }
    case 'switch there':
      if (row) row.active = !row.active;
      return;
    case 'create there':
      return remote.add();
    case 'spoil':
      // A limit would be waited for in earnest.
      if (step.fault.act.kind !== 'status' || step.fault.act.status !== 429)
        sandbox.world.faults.add({ ...step.fault });
      return;
    case 'lock':
    case 'reconnect':
    case 'remove':
    case 'remove there':
    case 'change password there':
    case 'reset vault there':
    case 'open vault':
      // Deletions would empty the few addresses there are, and a vault takes seconds to open: test/unit/anonli has them.
      return;
  }
}

async function settle(): Promise<void> {
  sandbox.world.faults.clear();
  await waitFor(
    async () => {
      await ended('sync.pull', { id: accountId, force: true }, 0);
      const undecided = (await ours()).filter(({ forwarding }) => forwarding?.conflict).length;
      return (await state()).pending === undecided;
    },
    'everything to be sent',
    90_000,
  );
}

test(`${RUNS} histories in Firefox, seed ${SEED}`, { timeout: 60_000 + RUNS * 90_000 }, async () => {
  const ledger = new Ledger();
  for (const history of fc.sample(histories, { numRuns: RUNS, seed: SEED })) {
    for (const step of history.slice(0, STEPS)) await perform(step, ledger);
    await settle();
    const addresses = await ours();
    expect(addresses.map(({ remoteId }) => remoteId).sort()).toEqual(
      remote
        .rows()
        .map(({ id }) => id)
        .sort(),
    );
    for (const { remoteId, active, label, note, forwarding } of addresses) {
      const row = remote.row(remoteId ?? '');
      const texts = { label, note };
      expect(active).toBe(row.active);
      for (const field of FIELDS)
        expect(forwarding?.conflict?.[field] ?? texts[field]).toBe(remote.read(row.id, field));
    }
    const present = new Set(
      addresses.flatMap(({ label, note, forwarding }) => [
        label,
        note,
        ...Object.values(forwarding?.conflict ?? {}),
      ]),
    );
    expect(ledger.standing().filter((text) => !present.has(text))).toEqual([]);
  }
  process.stdout.write(`played ${RUNS} histories in Firefox with seed ${SEED}\n`);
});
