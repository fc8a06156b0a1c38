// Finding addresses in a long list: the first answer after the worker died, and every keystroke after it, at ten and at a hundred
// thousand. Leans on the product's own call, as the popup makes it.
import { type Figure, sampled, single } from './figure.ts';
import { fillVault } from './many.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

interface Goals {
  count: number;
  name: string;
  /** Milliseconds to the first whole answer after a restart. */
  first: number;
  /** Milliseconds of one search, 99 of 100. */
  keystroke: number;
}

const SIZES: readonly Goals[] = [
  { count: 10_000, name: '10k', first: 200, keystroke: 5 },
  { count: 100_000, name: '100k', first: 1500, keystroke: 50 },
];
const RESTARTS = 9;
/** What people type: rare and common words, accents, several words, single letters, nothing that is there. */
const PHRASES = [
  'cafe',
  'müller paris',
  'hotel 42',
  'e',
  'alias.example',
  'zürich order',
  'büro',
  'xyzzy',
  'own',
];
const ROUNDS = 3;
/** The name under which the product notes how long the search itself took. */
const MEASURE = 'addresses.search';

interface Page {
  rows: unknown[];
  total: number;
  building: unknown;
}
interface OwnPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: Page; err?: { code: string } }> } };
}

/** Runs in our page: asks until the answer is whole, as the list does. */
async function firstAnswer(): Promise<{ took: number; answers: number; of: number }> {
  const { chrome } = globalThis as unknown as OwnPage;
  const began = performance.now();
  for (let answers = 1; ; answers += 1) {
    const args = { text: 'paris', filter: {}, sort: 'best', offset: 0, limit: 50 };
    const { ok, err } = await chrome.runtime.sendMessage({ call: 'addresses.search', args });
    if (!ok) throw new Error(`addresses.search: ${err?.code}`);
    if (ok.building === null) return { took: performance.now() - began, answers, of: ok.total };
  }
}

/** Runs in our page: one keystroke. */
async function typed(text: string): Promise<number> {
  const { chrome } = globalThis as unknown as OwnPage;
  const args = { text, filter: {}, sort: 'best', offset: 0, limit: 50 };
  const began = performance.now();
  const { ok } = await chrome.runtime.sendMessage({ call: 'addresses.search', args });
  if (!ok || ok.building !== null) throw new Error('no whole answer');
  return performance.now() - began;
}

async function measureSize(stage: Stage, setting: Setting, goals: Goals): Promise<Figure[]> {
  const { browser, journey } = stage;
  await fillVault(stage, setting, goals.count);
  const first: number[] = [];
  let answers = 0;
  for (let turn = 0; turn < RESTARTS; turn += 1) {
    await browser.killWorker();
    const answer = await journey.options.evaluate(firstAnswer);
    if (answer.of === 0) throw new Error('nothing was found');
    first.push(answer.took);
    answers += answer.answers;
  }
  setting.tell('typing');
  const worker = await browser.worker();
  const searches: number[] = [];
  const felt: number[] = [];
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
  const { name } = goals;
  return [
    sampled(`first-search-${name}`, first, 'ms', goals.first),
    single(`first-search-answers-${name}`, answers / RESTARTS, 'answers', null),
    sampled(`search-keystroke-${name}`, searches, 'ms', goals.keystroke, 0.99),
    sampled(`search-keystroke-felt-${name}`, felt, 'ms', null, 0.99),
  ];
}

export async function measureSearch(setting: Setting): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const goals of SIZES) {
    figures.push(...(await onStage(setting, (stage) => measureSize(stage, setting, goals))));
  }
  return figures;
}
