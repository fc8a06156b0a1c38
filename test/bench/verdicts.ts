// How long recognition takes: reading, classifying and planning for every field of the project's own pages, reading forms of a
// thousand and of ten thousand fields on a page that has just changed (both in Chromium), and reading messages up to the largest
// (in Node, whose engine is Chromium's: the code asks nothing of a browser). Leans on test/score (the script inside is bundled as
// shipped) and lib/codes. The first of each kind is timed apart: it files words.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractCodes } from '../../lib/codes/extract.ts';
import { visitPages } from '../score/browse.ts';
import { type Case, readCases } from '../score/cases.ts';
import { answer, readLetters } from '../score/letters.ts';
import { ROOT } from '../tools/command.ts';
import { type Figure, sampled, single } from './figure.ts';

const PAGES = join(ROOT, 'test/fixtures/fields/held-out/index.jsonl');
const LETTERS = join(ROOT, 'test/fixtures/messages/held-out.jsonl');
const REPEATS = 20;

/** Classify and plan, and the snapshot before it, for every labelled control. */
export async function measureVerdicts(): Promise<Figure[]> {
  const cases = readCases(PAGES);
  const visits = await visitPages(PAGES, cases, (page, place) =>
    page.evaluate((where) => globalThis.judgePage(where), place),
  );
  const verdicts = [...visits.values()].flatMap((visit) => ('answer' in visit ? visit.answer : []));
  const decided = verdicts.map(({ classifyTime }) => classifyTime);
  const first = verdicts.flatMap(({ firstTime }) => firstTime ?? []);
  const read = verdicts.map(({ snapshotTime }) => snapshotTime);
  return [
    sampled('classify-and-plan', decided, 'ms', 1),
    sampled('classify-and-plan-p99', decided, 'ms', 4, 0.99),
    sampled('classify-and-plan-first', first, 'ms', null),
    sampled('snapshot', read, 'ms', null),
    sampled('snapshot-p99', read, 'ms', null, 0.99),
  ];
}

/** Snapshots of one field among many, the layout of the page to be done again before each. */
export async function measureSnapshots(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const sizes = [1_000, 10_000];
    const cases = await Promise.all(sizes.map((count) => writePage(folder, count)));
    const visits = await visitPages(join(folder, 'index.jsonl'), cases, (page) =>
      page.evaluate((times) => globalThis.timeSnapshots(times), REPEATS),
    );
    const timesOf = (count: number): readonly number[] => {
      const visit = visits.get(String(count));
      if (!visit || !('answer' in visit)) throw new Error(`the page of ${count} fields: ${visit?.detail}`);
      return visit.answer;
    };
    return [
      sampled('snapshot-1000-fields', timesOf(1_000), 'ms', 8),
      sampled('snapshot-10000-fields', timesOf(10_000), 'ms', 20),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePage(folder: string, count: number): Promise<Case> {
  const field = (at: number): string =>
    `<div class="row"><label for="f${at}">Field ${at}</label><input data-cf="${at}" id="f${at}" name="field_${at}"></div>`;
  const fields = Array.from({ length: count }, (_, at) => field(at)).join('');
  await writeFile(
    join(folder, `${count}.html`),
    `<h1>Survey</h1><form>${fields}<button>Send</button></form>`,
  );
  const id = String(count);
  return { id, file: `${id}.html`, group: id, fidelity: '', page_kind: '', fields: [], unlabelled: [] };
}

/** One message each: the sample's, and the worst that mail can do. */
export async function measureMessages(): Promise<Figure[]> {
  const letters = readLetters(LETTERS);
  const [first] = letters;
  if (!first) throw new Error('the sample is empty');
  const cold = answer(LETTERS, first).time;
  const times = letters.map((letter) => answer(LETTERS, letter).time);
  const large = WORST.map(([name, html]) => sampled(`message-${name}`, timesOfLetter(html), 'ms', 100));
  return [
    single('message-first', cold, 'ms', 100),
    sampled('message', times, 'ms', null),
    sampled('message-p99', times, 'ms', 100, 0.99),
    ...large,
  ];
}

const WORST: readonly [string, string][] = [
  ['5-mb', `<p>${'Your code is 482913. Order 99120344 of $59.90. '.repeat(110_000)}</p>`],
  ['100000-nodes', `<div>${'<span>1</span> <b>code</b> '.repeat(50_000)}</div>`],
  ['deep', '<div>'.repeat(100_000)],
  ['links', '<a href="https://example.com/confirm?token=1234567890abcdef">Confirm</a> '.repeat(20_000)],
];

function timesOfLetter(html: string): number[] {
  return Array.from({ length: 5 }, () => {
    const began = performance.now();
    extractCodes({ channel: 'email', subject: 'Your code', text: null, html });
    return performance.now() - began;
  });
}
