// What the tests of anon.li ask of the sandbox behind the product's back: its aliases with their labels opened, a second client's
// edits, own domains, the two shapes its documents and its server answer in. Leans on the admin routes alone.
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { AS_THE_PAGE, AS_THE_SERVER } from '../../sandbox/world/anonli-manners.ts';
import type { Settings } from '../../sandbox/world/settings.ts';

/** An alias as the service holds it; its texts as the account's own vault key opens them, null where it does not. */
export interface Held {
  id: string;
  email: string;
  active: boolean;
  label: string | null;
  note: string | null;
  encryptedLabel: string | null;
}

/** How the public page says it answers, and how the real server does where that differs. */
export const SHAPES: Readonly<Record<string, Partial<Settings['anonli']>>> = {
  'as documented': AS_THE_PAGE,
  'as the server does': AS_THE_SERVER,
};

export interface Service {
  setShape(shape: Partial<Settings['anonli']>): Promise<void>;
  aliases(): Promise<Held[]>;
  /** What another client of the account does. */
  edit(email: string, change: { label?: string; note?: string; active?: boolean }): Promise<void>;
  addDomain(domain: string): Promise<void>;
  /** A key that acts as a member of an organisation with a plan. */
  organisationKey(): Promise<string>;
  /** As if every mail to a new recipient had been answered. */
  verifyRecipients(): Promise<void>;
  seed(count: number): Promise<void>;
  leaveRequests(count: number): Promise<void>;
  /** No request about an alias is answered until `back`. */
  down(): void;
  back(): void;
  /** Mail that reached an inbox, by subject. */
  mailTo(address: string): string[];
}

export function serviceOf({ json, world }: Sandbox): Service {
  const [user] = world.state.anonli.users.values();
  if (!user) throw new Error('the sandbox has no anon.li account');
  const admin = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`${json.admin}${path}`, init);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };
  const aliases = async (): Promise<Held[]> =>
    (await admin<{ aliases: Held[] }>('GET', `/anonli/aliases?user=${user.id}`)).aliases;
  return {
    aliases,
    setShape: (anonli) => admin('PATCH', '/settings', { anonli }),
    async edit(email, change) {
      const alias = (await aliases()).find((one) => one.email === email);
      if (!alias) throw new Error(`no alias ${email}`);
      await admin('PATCH', `/anonli/aliases/${alias.id}`, change);
    },
    addDomain: (domain) => admin('POST', '/anonli/domains', { user: user.id, domain, verified: true }),
    organisationKey: async () =>
      (await admin<{ key: string }>('POST', '/anonli/keys', { user: user.id, organisation: 'subscribed' }))
        .key,
    async verifyRecipients() {
      for (const { id } of world.state.anonli.recipients.values())
        await admin('PATCH', `/anonli/recipients/${id}`, { verified: true });
    },
    seed: (count) => admin('POST', '/anonli/aliases/seed', { user: user.id, count }),
    leaveRequests: (count) => admin('PATCH', `/anonli/users/${user.id}`, { requests_left: count }),
    down: () =>
      world.faults.add({ path: '/anonli/api/v1/alias*', times: 1000, after: false, act: { kind: 'drop' } }),
    back: () => world.faults.clear(),
    mailTo: (address) =>
      world.mails.filter(({ recipients }) => recipients.includes(address)).map(({ subject }) => subject),
  };
}
