// What a file of a browser profile says once its wrappings are off: LevelDB rows, IndexedDB values that Chromium compressed,
// bodies of cached answers, rows of SQLite. Leans on leveldb.ts, zlib and node:sqlite; guesses by content, not by name alone.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync, constants, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import * as v from 'valibot';
import { isTable, type Row, readBatch, readLog, readTable } from './leveldb.ts';

export type LayerName =
  | 'file'
  | 'leveldb table'
  | 'leveldb log'
  | 'snappy value'
  | 'cache body'
  | 'sqlite row'
  | 'extension settings';

export interface Layer {
  name: LayerName;
  bytes: Buffer;
}

/** Runs a decoder over bytes that only look like its input: what it refuses is nothing of that kind. */
function attempt<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Blink marks a compressed IndexedDB value by a version tag of its own: FF, 17, 2, then snappy. */
const SNAPPY_VALUE = Buffer.from([0xff, 0x11, 0x02]);

function* snappyValues(rows: Iterable<Row>): Generator<Layer> {
  for (const { value } of rows) {
    // A row number stands before the value, of one to ten bytes.
    const at = value.indexOf(SNAPPY_VALUE);
    if (at < 0 || at > 10) continue;
    const bytes = attempt(() => Buffer.from(uncompress(value.subarray(at + SNAPPY_VALUE.length))));
    if (bytes) yield { name: 'snappy value', bytes };
  }
}

function* leveldb(path: string, file: Buffer): Generator<Layer> {
  if (isTable(file)) {
    const rows = [...readTable(file)];
    yield { name: 'leveldb table', bytes: Buffer.concat(rows.flatMap(({ key, value }) => [key, value])) };
    yield* snappyValues(rows);
  } else if (/\/\d{6}\.log$|\/MANIFEST-\d+$/.test(path)) {
    for (const bytes of readLog(file)) {
      yield { name: 'leveldb log', bytes };
      yield* snappyValues(attempt(() => readBatch(bytes)) ?? []);
    }
  }
}

/** An entry of Chromium's simple cache: header and key, the body, an end mark, the headers, an end mark. */
const CACHE_START = 0xfcfb6d1ba7725c30n;
const CACHE_END = Buffer.from('d8410d97456ffaf4', 'hex');
const CACHE_HEADER = 24;
const SOFT = { finishFlush: constants.Z_SYNC_FLUSH };

const BODIES: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => gunzipSync(body, SOFT),
  deflate: (body) => inflateSync(body, SOFT),
  br: (body) => brotliDecompressSync(body),
  zstd: (body) => zstdDecompressSync(body),
};

function* cacheBody(file: Buffer): Generator<Layer> {
  if (file.length < CACHE_HEADER || file.readBigUInt64LE(0) !== CACHE_START) return;
  const start = CACHE_HEADER + file.readUInt32LE(12);
  const end = file.indexOf(CACHE_END, start);
  const body = file.subarray(start, end < 0 ? file.length : end);
  for (const open of Object.values(BODIES)) {
    const bytes = attempt(() => open(body));
    if (bytes && bytes.length > 0) yield { name: 'cache body', bytes };
  }
}

const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

/** Rows as SQLite gives them, so that a value cut over several pages is whole. Deleted ones are seen in the file itself. */
async function sqliteRows(path: string): Promise<Layer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'moniker-canary-'));
  try {
    const copy = join(folder, basename(path));
    await copyFile(path, copy);
    for (const beside of ['-wal', '-journal']) {
      await copyFile(path + beside, copy + beside).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
    return attempt(() => rowsOf(copy)) ?? [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(path: string): Layer[] {
  const database = new DatabaseSync(path);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return tables.flatMap(({ name }) => {
      const rows = attempt(() => database.prepare(`SELECT * FROM "${String(name)}"`).all()) ?? [];
      return rows.map((row) => ({ name: 'sqlite row' as const, bytes: rowBytes(row) }));
    });
  } finally {
    database.close();
  }
}

function rowBytes(row: Record<string, unknown>): Buffer {
  const cells = Object.values(row).map((cell) =>
    cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell), 'utf8'),
  );
  return Buffer.concat(cells.flatMap((cell) => [cell, Buffer.from('\n')]));
}

const settingsShape = v.object({ extensions: v.optional(v.unknown(), null) });

/** What the browser's settings (JSON) say of extensions. */
function extensionSettings(path: string, file: Buffer): Layer[] {
  if (!/\/(Secure )?Preferences$/.test(path)) return [];
  const { extensions } = v.parse(settingsShape, JSON.parse(file.toString('utf8')));
  return [{ name: 'extension settings', bytes: Buffer.from(JSON.stringify(extensions)) }];
}

/** Everything that can be read out of one file, the file as it is first. */
export async function layersOf(path: string, file: Buffer): Promise<Layer[]> {
  const rows = file.subarray(0, SQLITE.length).equals(SQLITE) ? await sqliteRows(path) : [];
  return [
    { name: 'file', bytes: file },
    ...leveldb(path, file),
    ...cacheBody(file),
    ...extensionSettings(path, file),
    ...rows,
  ];
}
