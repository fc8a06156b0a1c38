// The user's own list of checks they were asked for, against the real sandbox: kept on their wish, the token only where that was wished as
// well, looked at again, and after its hour no longer called open. Old lines of the ledger go when their time is over.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { readAskedCheck, seenLink, verifyHosts } from '../../../lib/actions/checks/asked.ts';
import { forgetOld } from '../../../lib/actions/checks/forget-old.ts';
import {
  forgetAsked,
  keepAsked,
  keptAs,
  listAsked,
  lookAsked,
  withdrawalPage,
} from '../../../lib/actions/checks/kept-asked.ts';
import { listLedger } from '../../../lib/actions/checks/ledger.ts';
import { forgetTemplate, listTemplates, saveTemplate } from '../../../lib/actions/checks/templates.ts';
import { forgetVerifier, knowVerifier, listVerifiers } from '../../../lib/actions/checks/verifiers.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import type { SeenLink } from '../../../lib/check.ts';
import { failure } from '../providers/errors.ts';
import { type Scene, setScene } from './scene.ts';

let scene: Scene;
let link: Extract<SeenLink, { kind: 'check' }>;
let token: string;
const NOW = Date.now();
const HOUR = 60 * 60_000;
const CLAIM = { claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' };

beforeAll(async () => {
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const apiKey = kayleKeys.main ?? '';
  const { id } = await connectAccount(scene.u, { kind: 'kayle', name: '', baseUrl, apiKey }, 3);
  const wish = { accountId: id, whom: '', site: null, claims: [CLAIM], redirectUrl: '', endpointIds: [] };
  const asked = await askCheck(scene.u, wish, Date.now);
  const url = new URL(asked.link ?? '');
  token = url.searchParams.get('cancel_token') ?? '';
  const seen = seenLink(url.href, [url.host]);
  if (seen.kind !== 'check') throw new Error('no check');
  // The sandbox answers at an address of this computer; only the browser knows its name.
  link = { ...seen, origin: scene.sandbox.json.kayle };
});
afterAll(() => scene.close());

async function keep(cancelToken: string | null, now = NOW): Promise<void> {
  const read = await readAskedCheck(link);
  await keepAsked(scene.u, { link, ...read, before: 'https://www.shop.example' }, cancelToken, now);
}

it('is kept with who asked, for what and whence, and without the token', async () => {
  expect(await keptAs(scene.u, link)).toBe('no');
  await keep(null);
  expect(await keptAs(scene.u, link)).toBe('yes');
  const [view] = await listAsked(scene.u, NOW);
  expect(view).toMatchObject({ host: link.host, withdraws: false, metAt: NOW });
  expect(view?.reading).toMatchObject({
    cameFrom: 'elsewhere',
    cameFromSite: 'shop.example',
    status: 'created',
  });
  expect(view?.reading.organization.name).toBe('Corner Shop');
  expect(await withdrawalPage(scene.u, view?.id ?? '')).not.toContain('cancel_token');
});

it('keeps the token only on a wish of its own, and hands it to no screen', async () => {
  expect(token).not.toBe('');
  await keep(token, NOW + 1000);
  await keep(null, NOW + 2000);
  expect(await keptAs(scene.u, link)).toBe('withdraws');
  const views = await listAsked(scene.u, NOW);
  expect(views).toHaveLength(1);
  expect(views[0]).toMatchObject({ withdraws: true, metAt: NOW, seenAt: NOW + 2000 });
  expect(JSON.stringify(views)).not.toContain(token);
  expect(await withdrawalPage(scene.u, views[0]?.id ?? '')).toBe(
    `${link.origin}/${link.sessionId}/privacy?cancel_token=${token}`,
  );
  const reads = scene.sandbox.world.journal.list().filter(({ path }) => path.includes('/verify/'));
  expect(JSON.stringify(reads)).not.toContain(token);
});

it('is looked at again; an hour after it was met it is over, whatever was last seen', async () => {
  const [kept] = await listAsked(scene.u, NOW + HOUR);
  expect(kept?.reading).toMatchObject({ status: 'expired', ended: true });
  scene.sandbox.world.state.clockOffset += 61 * 60_000;
  const looked = await lookAsked(scene.u, kept?.id ?? '', NOW + 3000);
  expect(looked.reading).toMatchObject({ status: 'expired', ended: true });
});

it('what cannot be read again changes nothing, and a line can be forgotten', async () => {
  const [before] = await listAsked(scene.u, NOW);
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '*/details',
    times: 1,
    after: false,
    act: { kind: 'html', status: 502 },
  });
  expect(await failure(lookAsked(scene.u, before?.id ?? '', NOW + 9000))).toHaveProperty('code');
  expect(await listAsked(scene.u, NOW)).toEqual([before]);
  await forgetAsked(before?.id ?? '');
  expect(await listAsked(scene.u, NOW)).toEqual([]);
  expect(await failure(withdrawalPage(scene.u, before?.id ?? ''))).toMatchObject({ code: 'not-found' });
});

it('a server the user knows is no stranger, until they take it back', async () => {
  await knowVerifier(scene.u, 'checks.example:8443', NOW);
  await knowVerifier(scene.u, 'checks.example:8443', NOW);
  const [known] = await listVerifiers(scene.u);
  expect(await verifyHosts(scene.u)).toContain('checks.example:8443');
  const hosts = await verifyHosts(scene.u);
  expect(seenLink(`https://checks.example:8443/vs_${'a'.repeat(64)}`, hosts)).toMatchObject({
    kind: 'check',
    official: false,
  });
  await forgetVerifier(known?.id ?? '');
  expect(await listVerifiers(scene.u)).toEqual([]);
});

it('a template of one’s own is kept by its name, the newer in place of the older', async () => {
  const claims = [CLAIM];
  const first = await saveTemplate(scene.u, { name: ' Knives ', claims, redirectUrl: '' }, NOW);
  const other = { name: 'Knives', claims: [{ ...CLAIM, claim: 'age_over_16' }], redirectUrl: '' };
  const second = await saveTemplate(scene.u, other, NOW + 1);
  expect(second).toMatchObject({ id: first.id, name: 'Knives', createdAt: NOW });
  expect(await listTemplates(scene.u)).toEqual([second]);
  expect(await failure(saveTemplate(scene.u, { ...other, name: ' ' }, NOW))).toMatchObject({
    code: 'rejected',
    detail: { field: 'name' },
  });
  await forgetTemplate(first.id);
  expect(await listTemplates(scene.u)).toEqual([]);
});

it('the ledger forgets by itself what was wished to be kept no longer', async () => {
  const DAY = 24 * HOUR;
  expect(await listLedger(scene.u)).toHaveLength(1);
  expect(await forgetOld(scene.u, 30, Date.now() + 29 * DAY)).toBe(0);
  expect(await forgetOld(scene.u, 0, Date.now() + 999 * DAY)).toBe(0);
  expect(await forgetOld(scene.u, 30, Date.now() + 31 * DAY)).toBe(1);
  expect(await listLedger(scene.u)).toEqual([]);
});
