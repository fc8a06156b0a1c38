// What connecting anon.li costs: its vault opens by two Argon2id (one for the service, one for the key), and by two requests in turn.
// Against one bare derivation in the same worker and the sandbox's own round trip; and the unlocks after it, which must not
// derive for anon.li again, its key being a sealed record of ours.
import { decideLater } from '../tour/journey.ts';
import { bareArgon2 } from './argon2.ts';
import { type Figure, sampled } from './figure.ts';
import { onStage, type Setting, type Stage } from './stage.ts';
import { timeUnlocks } from './unlock.ts';

const TURNS = 7;
const PAIRS = 7;
const ROUND_TRIPS = 5;

interface OwnPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: unknown; err?: { code: string } }> } };
}

/** Milliseconds of one small request to the service, from our worker. */
async function roundTrip({ browser, sandbox }: Stage): Promise<number> {
  const worker = await browser.worker();
  const asked = { url: `${sandbox.json.anonli}/api/v1/me`, key: sandbox.json.anonliKey };
  const times = await worker.evaluate(
    async ({ url, key, count }) => {
      const taken: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        const began = performance.now();
        await (await fetch(url, { headers: { authorization: `Bearer ${key}` } })).text();
        taken.push(performance.now() - began);
      }
      return taken;
    },
    { ...asked, count: ROUND_TRIPS },
  );
  return Math.min(...times);
}

/** Connects once more. @returns milliseconds, and the account's id */
async function connectOnce({ journey, sandbox }: Stage): Promise<{ took: number; id: string }> {
  const { anonli: baseUrl, anonliKey: apiKey, anonliPassword: vaultPassword } = sandbox.json;
  const args = { kind: 'anonli', name: 'anon.li', baseUrl, apiKey, vaultPassword };
  // Five bootstraps a minute are a service's limit on strangers, not what is measured.
  sandbox.world.bursts.clear();
  return journey.options.evaluate(async (draft) => {
    const { chrome } = globalThis as unknown as OwnPage;
    const began = performance.now();
    const { ok, err } = await chrome.runtime.sendMessage({ call: 'accounts.connect', args: draft });
    const took = performance.now() - began;
    if (!ok) throw new Error(`accounts.connect: ${err?.code}`);
    return { took, id: (ok as { account: { id: string } }).account.id };
  }, args);
}

export async function measureFirstConnection(setting: Setting): Promise<Figure[]> {
  return onStage(
    setting,
    async (stage) => {
      const { browser, ask } = stage;
      await browser.grantHost('http://127.0.0.1/*');
      const raw = await bareArgon2(await browser.worker(), 'a password of their vault');
      const trip = await roundTrip(stage);
      const ratios: number[] = [];
      const times: number[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        const before = await raw();
        const { took, id } = await connectOnce(stage);
        const after = await raw();
        times.push(took);
        ratios.push((2 * (took - 2 * trip)) / (before + after));
        // The last stays: what follows is measured beside it.
        if (turn < TURNS - 1) await ask('accounts.remove', { id });
      }
      const unlocks = await timeUnlocks(stage, PAIRS);
      return [
        sampled('first-connection', ratios, '×', 2.3),
        sampled('first-connection-time', times, 'ms', null),
        sampled('unlock-with-anonli', unlocks.ratios, '×', 1.25),
      ];
    },
    decideLater,
  );
}
