// Reads LevelDB's files back into what was written to them: tables (sorted, prefix-shortened, snappy-compressed blocks) and
// logs (records cut at 32 KiB). Leans on snappyjs; format: leveldb/doc/table_format.md and log_format.md. Deleted and
// overwritten rows come out as well, which is the point: they lie on the disk until a compaction drops them.
import { zstdDecompressSync } from 'node:zlib';
import { uncompress } from 'snappyjs';

const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;
const TRAILER = 5;

class Reader {
  readonly bytes: Buffer;
  at: number;
  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  /** A little-endian base-128 number. */
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes.readUInt8(this.at++);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  take(length: number): Buffer {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

export function isTable(bytes: Buffer): boolean {
  return bytes.length >= FOOTER && bytes.readBigUInt64LE(bytes.length - 8) === MAGIC;
}

const OPEN: Record<number, ((block: Buffer) => Buffer) | undefined> = {
  0: (block) => block,
  1: (block) => Buffer.from(uncompress(block)),
  2: (block) => zstdDecompressSync(block),
};

/** @param handle where a block begins and how long it is without its trailer (one byte compression, four bytes CRC). */
function readBlock(file: Buffer, handle: Reader): Buffer {
  const offset = handle.varint();
  const size = handle.varint();
  if (offset + size + TRAILER > file.length) throw new RangeError('a block beyond the end of its table');
  const kind = file.readUInt8(offset + size);
  const open = OPEN[kind];
  if (!open) throw new RangeError(`a block of unknown compression ${kind}`);
  return open(file.subarray(offset, offset + size));
}

/** Keys are written as what differs from the key before: they are put together again here. */
function* entries(block: Buffer): Generator<Row> {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const reader = new Reader(block);
  let key = Buffer.alloc(0);
  while (reader.at < end) {
    const shared = reader.varint();
    const own = reader.varint();
    const length = reader.varint();
    key = Buffer.concat([key.subarray(0, shared), reader.take(own)]);
    yield { key, value: reader.take(length) };
  }
}

export interface Row {
  key: Buffer;
  value: Buffer;
}

/** Every row of a finished table. Throws when it is not one. */
export function* readTable(file: Buffer): Generator<Row> {
  const footer = new Reader(file, file.length - FOOTER);
  // The first handle is of the block of filters, which hold hashes only.
  footer.varint();
  footer.varint();
  for (const { value: handle } of entries(readBlock(file, footer))) {
    yield* entries(readBlock(file, new Reader(handle)));
  }
}

const BLOCK = 32 * 1024;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/** Every record of a log, put together from its fragments; one that is being written is given as far as it got. */
export function* readLog(file: Buffer): Generator<Buffer> {
  let parts: Buffer[] = [];
  for (let start = 0; start < file.length; start += BLOCK) {
    const block = file.subarray(start, start + BLOCK);
    let at = 0;
    while (at + HEADER <= block.length) {
      const length = block.readUInt16LE(at + 4);
      const kind = block.readUInt8(at + 6);
      if (kind === 0 || kind > LAST) break;
      if (kind === FULL || kind === FIRST) parts = [];
      parts.push(block.subarray(at + HEADER, at + HEADER + length));
      at += HEADER + length;
      if (kind === FULL || kind === LAST) {
        yield Buffer.concat(parts);
        parts = [];
      }
    }
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

const BATCH_HEADER = 12;
const DELETION = 0;

/** The rows of one record of a database's log: a batch of puts and deletions. Throws (RangeError) when it is none. */
export function readBatch(record: Buffer): Row[] {
  const reader = new Reader(record, BATCH_HEADER);
  const rows: Row[] = [];
  while (reader.at < record.length) {
    const kind = reader.take(1).readUInt8(0);
    if (kind > 1) throw new RangeError('no batch');
    const key = reader.take(reader.varint());
    rows.push({ key, value: kind === DELETION ? Buffer.alloc(0) : reader.take(reader.varint()) });
  }
  return rows;
}
