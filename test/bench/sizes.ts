// How much the browser has to read: each built script, gzipped as an upper bound of nothing but its own redundancy. Leans on
// the built files alone; also looks for what the waiting script must not contain.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../tools/command.ts';
import { type Figure, single } from './figure.ts';
import type { Setting } from './stage.ts';

/** What would make a document pay for us before one of its fields has the focus. */
const FORBIDDEN = [
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'PerformanceObserver',
  'createElement',
  'append',
  'innerHTML',
];

const gzipped = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

async function sizeOf(
  { extension }: Setting,
  name: string,
  file: string,
  goal: number | null,
): Promise<Figure> {
  const path = join(extension, file);
  return single(name, gzipped(await readFile(path)), 'B', goal, relative(ROOT, path));
}

/** The script in every document. */
export async function measureWaiting(setting: Setting): Promise<Figure[]> {
  const path = join(setting.extension, 'waiting.js');
  const text = await readFile(path, 'utf8');
  const found = FORBIDDEN.filter((word) => text.includes(word));
  if (found.length > 0) setting.tell(`waiting.js has ${found.join(', ')}`);
  return [
    await sizeOf(setting, 'waiting-size', 'waiting.js', 3000),
    single('waiting-forbidden', found.length, 'words', 0, relative(ROOT, path)),
  ];
}

/** The script in documents where a field took the focus, and those that come when the user asks for them. */
export async function measurePage(setting: Setting): Promise<Figure[]> {
  return [
    await sizeOf(setting, 'page-size', 'page.js', 60_000),
    await sizeOf(setting, 'pick-size', 'pick.js', null),
    await sizeOf(setting, 'cues-size', 'cues.js', null),
    await sizeOf(setting, 'fixture-size', 'fixture.js', null),
    await sizeOf(setting, 'pay-size', 'pay.js', null),
  ];
}

/** What our own worker and pages load: each with its style sheets and the chunks that it shares with others. */
export async function measureOwn(setting: Setting): Promise<Figure[]> {
  const pages = (await readdir(setting.extension)).filter((name) => name.endsWith('.html')).sort();
  const figures: Figure[] = [];
  for (const entry of ['background.js', ...pages]) {
    let size = 0;
    for (const file of await loadedBy(setting.extension, entry)) {
      size += gzipped(await readFile(join(setting.extension, file)));
    }
    const name = `${entry.replace(/\.\w+$/, '')}-size`;
    figures.push(single(name, size, 'B', null, relative(ROOT, join(setting.extension, entry))));
  }
  return figures;
}

/** An entry, what it names, and what those import statically. */
async function loadedBy(folder: string, entry: string): Promise<Set<string>> {
  const files = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (files.has(file)) return;
    files.add(file);
    if (file.endsWith('.css')) return;
    const text = await readFile(join(folder, file), 'utf8');
    const named = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name)
      : [...text.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)].map(([, name = '']) =>
          join(dirname(file), name),
        );
    for (const name of named) await visit(name);
  };
  await visit(entry);
  return files;
}
