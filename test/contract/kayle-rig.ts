// A Kayle account on any server as the cases use it: the slots, which scopes its key has, whether its organisation may ask at all,
// and what was made and has to be ended. Leans on the extension's own provider and transport; counts every request.
import type { CreatedCheck, ShareFields, WebhookEndpoint } from '../../lib/check.ts';
import { AppError } from '../../lib/error.ts';
import type { AskedReader, CheckSlot, InsightSlot, WebhookSlot } from '../../lib/providers/check-slots.ts';
import { createTransport, type MakeTransport } from '../../lib/providers/http.ts';
import { askedReader } from '../../lib/providers/kayle/asked.ts';
import { kayle } from '../../lib/providers/kayle/kayle.ts';
import type { Provider } from '../../lib/providers/provider.ts';
import type { ContractOptions, Rig } from './suite.ts';

export interface KayleRig extends Rig {
  checks: CheckSlot;
  webhooks: WebhookSlot;
  insights: InsightSlot;
  asked: AskedReader;
  probe: NonNullable<Provider['probe']>;
  /** The same account with a key that is none. */
  stranger: Provider;
  /** As probed; empty where the key does not work. */
  scopes: Readonly<Record<string, boolean>>;
  /** What keeps the organisation from asking anyone, in the service's code; null if nothing does. */
  barred: string | null;
  /** Made, and cancelled at the end. */
  make(shareFields?: ShareFields): Promise<CreatedCheck>;
  /** Switched off from the start, so that nothing is ever sent to it; removed at the end. */
  makeEndpoint(): Promise<{ endpoint: WebhookEndpoint; signingSecret: string }>;
}

export const AGE: ShareFields = {
  age_over_18: { required: true, reason: 'To try out whether checks can be made' },
};

/** A host that nobody has (RFC 2606), so that nothing could be sent to it either. */
const NOWHERE = 'https://hooks.example.com/moniker-check';

export const lacks =
  (...wanted: readonly string[]) =>
  ({ scopes, barred }: KayleRig): string | null => {
    const missing = wanted.find((scope) => scopes[scope] !== true);
    if (missing !== undefined) return `the key lacks ${missing}`;
    return wanted.includes('sessions:write') && barred !== null
      ? `the organisation may not ask: ${barred}`
      : null;
  };

export async function openKayle(options: ContractOptions): Promise<KayleRig> {
  let requests = 0;
  const makeTransport: MakeTransport = (more) =>
    createTransport({
      ...more,
      meter: {
        take: async () => {
          requests += 1;
        },
        learn: async () => undefined,
      },
    });
  const connect = (apiKey: string): Provider =>
    kayle(
      { id: 'contract', kind: 'kayle', name: '', createdAt: 0, baseUrl: options.base, apiKey },
      makeTransport,
    );
  const { checks, webhooks, insights, probe } = connect(options.key);
  if (!checks || !webhooks || !insights || !probe) throw new Error('a slot is missing');
  const asked = askedReader(options.base, makeTransport);
  const made = new Map<string, () => Promise<void>>();
  const left: string[] = [];
  const make: KayleRig['make'] = async (shareFields = AGE) => {
    const created = await checks.create({ shareFields });
    made.set(created.check.remoteId, () => checks.cancel(created.check.remoteId));
    return created;
  };
  const scopes = await probe().then(({ scopes: found }) => found, ofKey);
  const barred = scopes['sessions:write'] === true ? await make().then(() => null, ofSetUp) : null;
  return {
    checks,
    webhooks,
    insights,
    asked,
    probe,
    stranger: connect(`kk_${'0'.repeat(32)}`),
    scopes,
    barred,
    make,
    async makeEndpoint() {
      const created = await webhooks.create({ url: NOWHERE, name: 'Moniker check', enabled: false });
      const { remoteId } = created.endpoint;
      made.set(remoteId, () => webhooks.remove(remoteId));
      return created;
    },
    requests: () => requests,
    async clear() {
      for (const [id, end] of [...made].reverse()) {
        made.delete(id);
        await end().catch(() => left.push(id));
      }
      return left;
    },
  };
}

/** What is wrong with the key itself is the first case's to say. */
function ofKey(error: unknown): Readonly<Record<string, boolean>> {
  if (error instanceof AppError) return {};
  throw error;
}

function ofSetUp(error: unknown): string {
  if (error instanceof AppError) return error.detail.reason ?? error.code;
  throw error;
}
