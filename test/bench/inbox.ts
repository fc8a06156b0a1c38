// Ten thousand kept messages: from the opening of the popup to the first painted rows, with the worker awake and asleep, and every
// keystroke of a search over senders and subjects. Leans on the product's own call, as the popup makes it.
import { runInside } from './bundle.ts';
import { type Figure, sampled } from './figure.ts';
import { paintRows } from './paint.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

const MANY = 10_000;
const IDENTITIES = 7;
const STEP = 2_500;
const TURNS = 11;
const ROUNDS = 3;
/** What people type: a sender, words of a subject with and without accents, a number, one letter, nothing that is there. */
const PHRASES = ['shop', 'cafe', 'müller 4', 'your order', 'code', 'zürich paris', 'e', 'xyzzy', 'hello@'];
/** The name under which the product notes how long the search itself took. */
const MEASURE = 'inbox.list';

interface OwnPage {
  chrome: {
    runtime: {
      sendMessage(message: unknown): Promise<{ ok?: { rows: unknown[]; building: unknown } }>;
    };
  };
}

/** Runs in our page: one keystroke. */
async function typed(text: string): Promise<number> {
  const { chrome } = globalThis as unknown as OwnPage;
  const args = { text, filter: {}, offset: 0, limit: 50 };
  const began = performance.now();
  const { ok } = await chrome.runtime.sendMessage({ call: 'inbox.list', args });
  if (!ok || ok.building !== null || ok.rows.length > 50) throw new Error('no whole answer');
  return performance.now() - began;
}

async function fillInbox({ journey, browser, ask }: Stage, setting: Setting): Promise<void> {
  const { sources } = await ask<{ sources: { accountId: string }[] }>('addresses.sources', { site: null });
  const accountId = sources[0]?.accountId ?? '';
  const addressIds: string[] = [];
  while (addressIds.length < IDENTITIES) {
    const made = await ask<{ address: { id: string } }>('addresses.create', { accountId, site: null });
    addressIds.push(made.address.id);
  }
  for (let made = 0; made < MANY; made += STEP) {
    await runInside(journey.options, 'seedMessages', made, made + STEP, accountId, addressIds);
    setting.tell(`${made + STEP} of ${MANY} messages made`);
  }
  // It was not told of these rows.
  await browser.killWorker();
}

export async function measureInbox(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    await fillInbox(stage, setting);
    const openOnce = (asleep: boolean) => paintRows(stage, 'inbox', '.message-line', asleep);
    await openOnce(true);
    const warm: number[] = [];
    const cold: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      warm.push(await openOnce(false));
      cold.push(await openOnce(true));
    }
    setting.tell('typing');
    const { journey, browser } = stage;
    const worker = await browser.worker();
    const searches: number[] = [];
    const felt: number[] = [];
    await journey.options.evaluate(typed, '');
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const phrase of PHRASES) {
        for (let length = 1; length <= phrase.length; length += 1) {
          felt.push(await journey.options.evaluate(typed, phrase.slice(0, length)));
          const took = await worker.evaluate(
            (name) => performance.getEntriesByName(name).at(-1)?.duration,
            MEASURE,
          );
          if (took === undefined) throw new Error('the worker noted no search');
          searches.push(took);
        }
      }
    }
    return [
      sampled('inbox-rows-warm', warm, 'ms', 150),
      sampled('inbox-rows-cold', cold, 'ms', 250),
      sampled('inbox-keystroke', searches, 'ms', 10, 0.99),
      sampled('inbox-keystroke-felt', felt, 'ms', null, 0.99),
    ];
  });
}
