// What every provider promises, whatever its kind: one suite, run over each of them by contract.test.ts. Which parts apply
// follows from the slots its kind declares, at collection: what does not apply is no test, not a skipped one. Leans on nothing of any provider; a rig brings the account and, for inboxes, mail.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Provider, RemoteAddress } from '../../../lib/providers/provider.ts';
import type { SlotName } from '../../../lib/slot-name.ts';
import { failure } from './errors.ts';

export interface Rig {
  provider: Provider;
  /** The same account with credentials that do not work; null where there are none. */
  locked: Provider | null;
  /** Real mail, accepted by the server when this resolves. */
  mail?(to: string, message: { subject: string; text: string; html?: string }): Promise<void>;
  sms?(to: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param declared what accounts of this kind can do */
export function promise(declared: readonly SlotName[], name: string, start: () => Promise<Rig>): void {
  describe(name, () => {
    let rig: Rig;
    beforeAll(async () => {
      rig = await start();
    });
    afterAll(() => rig.stop());

    const has = (slot: SlotName): boolean => declared.includes(slot);

    test('has the slots of its kind, no more and no less, and a probe that works', async () => {
      const { probe, ...slots } = rig.provider;
      expect(Object.keys(slots).sort()).toEqual([...declared].sort());
      expect(await probe?.()).toMatchObject({ scopes: expect.any(Object) });
      if (rig.locked !== null) expect((await failure(run(rig.locked.probe?.()))).code).toBe('unauthorized');
    });

    if (has('aliases'))
      describe('aliases', () => {
        const make = (site: string | null, variant = 0) => aliasesOf(rig).create({ site, variant });

        test('are addresses that can be given away at once', async () => {
          const made = await make('shop.example');
          expect(made.email).toMatch(/^[^\s@]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/);
          expect(made).toMatchObject({ active: true });
          expect(made.createdAt).toBeGreaterThan(Date.now() - 60_000);
        });

        test('differ by site and by variant, and none is tied to no site', async () => {
          const made = [
            await make('shop.example'),
            await make('shop.example', 1),
            await make('bank.example'),
            await make(null),
            await make(null),
          ];
          expect(new Set(made.map(({ email }) => email)).size).toBe(made.length);
        });

        test('verify for their own site alone, where they can be verified', async () => {
          const { verify } = aliasesOf(rig);
          const { email } = await make('shop.example', 3);
          expect(verify?.(email, 'shop.example')).toBe(verify && true);
          expect(verify?.(email, 'bank.example')).toBe(verify && false);
        });
      });

    if (has('identities'))
      describe('identities', () => {
        test('come back as they were made, in list and by id', async () => {
          const slot = identitiesOf(rig);
          const made = await slot.create({ name: 'Ana Silva', metadata: { team: 'qa' } });
          expect(made).toMatchObject({ kind: 'identity', active: true, persona: { name: 'Ana Silva' } });
          expect(await slot.get(idOf(made))).toEqual(made);
          const { items } = await slot.list(0);
          expect(items[0]).toMatchObject({ remoteId: made.remoteId, email: made.email });
        });

        test('change in what was asked, and in nothing else', async () => {
          const slot = identitiesOf(rig);
          const made = await slot.create({
            name: 'Ana Silva',
            metadata: { team: 'qa', kept: [1, { a: 2 }] },
          });
          const id = idOf(made);
          const renamed = await slot.update(id, { name: 'Bo', metadata: { team: 'ops' } });
          expect(renamed.persona).toEqual({
            ...made.persona,
            name: 'Bo',
            metadata: { team: 'ops', kept: [1, { a: 2 }] },
          });
          expect(renamed.email).toBe(made.email);
          expect((await slot.update(id, { status: 'suspended' })).active).toBe(false);
          expect((await slot.update(id, { status: 'active' })).active).toBe(true);
        });

        test('are gone when removed, and stay gone when removed again', async () => {
          const slot = identitiesOf(rig);
          const id = idOf(await slot.create({}));
          await slot.remove(id);
          expect((await failure(slot.get(id))).code).toBe('not-found');
          await slot.remove(id);
          expect((await slot.list(0)).items.map(({ remoteId }) => remoteId)).not.toContain(id);
        });

        test('are all reached by following the pages', async () => {
          const slot = identitiesOf(rig);
          const made: string[] = [];
          for (let count = 0; count < 120; count += 1) made.push(idOf(await slot.create({})));
          const found: (string | null)[] = [];
          for (let next: number | null = 0; next !== null; ) {
            const page = await slot.list(next);
            found.push(...page.items.map(({ remoteId }) => remoteId));
            next = page.next;
          }
          expect(found).toEqual(expect.arrayContaining(made));
          expect(new Set(found).size).toBe(found.length);
        });

        test('of another account, or of none, are not found', async () => {
          expect((await failure(identitiesOf(rig).get('nobody'))).code).toBe('not-found');
        });

        test('cannot share an address', async () => {
          const slot = identitiesOf(rig);
          const emailUsername = `ana.${crypto.randomUUID().slice(0, 8)}`;
          await slot.create({ emailUsername });
          expect((await failure(slot.create({ emailUsername }))).code).toBe('conflict');
        });

        test('with wishes the service cannot take are refused', async () => {
          expect((await failure(identitiesOf(rig).create({ emailUsername: 'not an address!' }))).code).toBe(
            'rejected',
          );
        });
      });

    if (has('inbox'))
      describe('inbox', () => {
        test('mail arrives unread, is read without being marked, and is marked when asked', async () => {
          const { inbox, of, email } = await withIdentity(rig, 'email');
          expect(await inbox.list(of, {})).toEqual({ items: [], next: null });
          const text = `Your verification code is 482913.\n${'—'.repeat(300)}`;
          await rig.mail?.(email, { subject: 'Grüße: 482913', text, html: '<p>482913</p>' });

          const [item, ...others] = (await inbox.list(of, { unread: true })).items;
          expect(others).toEqual([]);
          expect(item).toMatchObject({
            channel: 'email',
            direction: 'inbound',
            to: email,
            subject: 'Grüße: 482913',
            body: null,
            read: false,
          });
          const whole = await inbox.get(of, item?.remoteId ?? '');
          expect(whole.body?.text?.trim()).toBe(text);
          expect(whole.body?.html).toContain('<p>482913</p>');
          expect(whole.read).toBe(false);

          await inbox.markRead(of, whole.remoteId, true);
          expect((await inbox.get(of, whole.remoteId)).read).toBe(true);
          expect((await inbox.list(of, { unread: true })).items).toEqual([]);
          await inbox.markRead(of, whole.remoteId, false);
          expect((await inbox.list(of, { unread: true })).items).toHaveLength(1);
        });

        test('mail comes newest first, in pages', async () => {
          const { inbox, of, email } = await withIdentity(rig, 'email');
          for (const subject of ['one', 'two', 'three']) await rig.mail?.(email, { subject, text: subject });
          const first = await inbox.list(of, { limit: 2 });
          expect(first.items.map(({ subject }) => subject)).toEqual(['three', 'two']);
          expect(first.next).toBe(2);
          const second = await inbox.list(of, { limit: 2, offset: 2 });
          expect(second.items.map(({ subject }) => subject)).toEqual(['one']);
          expect(second.next).toBeNull();
        });

        test('text messages arrive at the number', async () => {
          const { inbox, of, phone } = await withIdentity(rig, 'sms');
          await rig.sms?.(phone, 'G-204815 is your code');
          const [item] = (await inbox.list(of, {})).items;
          expect(item).toMatchObject({
            channel: 'sms',
            direction: 'inbound',
            body: { text: 'G-204815 is your code', html: null },
            read: false,
          });
          await inbox.markRead(of, item?.remoteId ?? '', true);
          expect((await inbox.get(of, item?.remoteId ?? '')).read).toBe(true);
        });

        test('without a number there are no text messages, and that is no error', async () => {
          const { inbox, of } = await withIdentity(rig, 'email');
          expect(await inbox.list({ ...of, channel: 'sms' }, {})).toEqual({ items: [], next: null });
        });

        test('a message that is not there is not found', async () => {
          const { inbox, of } = await withIdentity(rig, 'email');
          expect((await failure(inbox.get(of, 'nothing'))).code).toBe('not-found');
          expect((await failure(inbox.markRead(of, 'nothing', true))).code).toBe('not-found');
        });
      });
  });
}

async function withIdentity({ provider }: Rig, channel: 'email' | 'sms') {
  const { identities, inbox } = provider;
  if (identities === undefined || inbox === undefined) throw new Error('a slot is missing');
  const made = await identities.create({ provisionPhone: channel === 'sms' });
  return {
    inbox,
    of: { remoteId: idOf(made), channel },
    email: made.email,
    phone: made.persona?.phone ?? '',
  };
}

function aliasesOf({ provider }: Rig) {
  if (provider.aliases === undefined) throw new Error('no aliases');
  return provider.aliases;
}

function identitiesOf({ provider }: Rig) {
  if (provider.identities === undefined) throw new Error('no identities');
  return provider.identities;
}

function idOf({ remoteId }: RemoteAddress): string {
  if (remoteId === null) throw new Error('no remote id');
  return remoteId;
}

const run = async <T>(pending: Promise<T> | undefined): Promise<T | undefined> => pending;
