// A new vault key, and every record sealed anew under it. Leans on the header: while it lists two keys, records of both open,
// and a re-encryption is under way; it carries no other state, so it can be killed at any moment and taken up at the next
// unlock. What it cannot do: reach older copies of the disk, or pages the database has freed but not yet overwritten.
import type { Transaction } from 'dexie';
import { wrapKey } from '../crypto/aes-kw.ts';
import { seal } from '../crypto/box.ts';
import { type Bytes, randomBytes } from '../crypto/bytes.ts';
import { AppError } from '../error.ts';
import { database, sealedIn } from '../store/database.ts';
import { SEALED_TABLES, type SealedRow, type SealedTable } from '../store/rows.ts';
import { contextOf, openPlain, sealingVersion } from './codec.ts';
import { type Header, readHeader, readHeaderIn, replaceHeaderIn, versionsOf } from './header.ts';
import { openHeader } from './passphrase.ts';
import { type RekeyProgress, rekeyProgress } from './progress.ts';
import { readSession, refreshKeys, writeSession } from './session.ts';
import { withFreshKeys } from './transaction.ts';
import { stored } from './translate.ts';
import { inTurn } from './turn.ts';
import { keysOf, type Unlocked } from './unlocked.ts';
import { requireUnlocked } from './vault.ts';

/** Records a transaction: short enough that nobody waits long for the database, long enough to be quick over thousands. */
const BATCH = 64;

/**
 * Makes the new key; records written from now on are sealed under it. `continueRekey` does the rest.
 * @param passphrase must be the present one: it wraps the new key. @returns an `Unlocked` that holds both keys.
 * @throws AppError `wrong-passphrase`, `locked`, `no-vault`, `corrupt`, `disk-full`, `conflict`.
 */
export async function startRekey(u: Unlocked, passphrase: string): Promise<Unlocked> {
  const header = await readHeader();
  if (header === null) throw new AppError('no-vault');
  if (header.vaultId !== keysOf(u).vaultId) throw new AppError('locked');
  const { kek, byVersion } = await openHeader(header, passphrase);
  const version = header.keyVersion + 1;
  const key = randomBytes(32);
  const { kdf, wrapped } = header.passphrase;
  const changed: Header = {
    ...header,
    keyVersion: version,
    passphrase: { kdf, wrapped: [...wrapped, { version, key: wrapKey(kek, key) }] },
  };
  // Disk first: a session that knew a key the header does not list could seal what no passphrase opens.
  await replaceHeader(header, changed);
  await replaceSessionKeys(header.vaultId, new Map([...byVersion, [version, key]]));
  return requireUnlocked();
}

/**
 * Seals the remaining records under the newest key, then drops the older keys. Does nothing if no re-encryption is under way.
 * Damaged records stay as they are, and damaged.
 * @param signal ends it between two batches with the signal's reason; so does a lock, with AppError `locked`. Call it again
 * after the next unlock.
 * @throws AppError `locked` too where the worker died between making the new key and telling the session: only the next
 * unlock brings it.
 */
export async function continueRekey(
  u: Unlocked,
  onProgress: (progress: RekeyProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  await refreshKeys(u);
  const header = await readHeader();
  if (header === null) throw new AppError('no-vault');
  if (versionsOf(header).length < 2) return;
  for (const table of SEALED_TABLES) {
    let damaged = 0;
    for (let more = true; more; ) {
      signal.throwIfAborted();
      // A lock, or a deadline that passes, must stop what works with plaintext.
      await requireUnlocked();
      const batch = await resealBatch(u, table, damaged);
      damaged += batch.damaged;
      more = batch.read === BATCH;
      const progress = await rekeyProgress(header);
      if (progress !== null) onProgress(progress);
    }
  }
  signal.throwIfAborted();
  await finish(u);
}

/** @param skip damaged rows found before; they stay in front, since rows come in the order of key version and id. */
function resealBatch(
  u: Unlocked,
  table: SealedTable,
  skip: number,
): Promise<{ read: number; damaged: number }> {
  return inTransaction(u, [table], async (tx, header) => {
    const old = sealedIn(tx, table).where('keyVersion').below(header.keyVersion);
    const rows = await old.offset(skip).limit(BATCH).toArray();
    return { read: rows.length, damaged: await reseal(u, tx, header, table, rows) };
  });
}

/** One transaction over everything: what was written meanwhile under an older key, then the header without those keys. */
async function finish(u: Unlocked): Promise<void> {
  const { vaultId, keyVersion } = await inTransaction(u, SEALED_TABLES, async (tx, header) => {
    for (const table of SEALED_TABLES) {
      const rows = await sealedIn(tx, table).where('keyVersion').below(header.keyVersion).toArray();
      await reseal(u, tx, header, table, rows);
    }
    const { kdf, wrapped } = header.passphrase;
    const kept = wrapped.filter(({ version }) => version === header.keyVersion);
    await replaceHeaderIn(tx, header, { ...header, passphrase: { kdf, wrapped: kept } });
    return header;
  });
  const newest = keysOf(u).byVersion.get(keyVersion);
  if (newest !== undefined) await replaceSessionKeys(vaultId, new Map([[keyVersion, newest]]));
}

/** @returns how many of the rows are damaged. Decrypts and encrypts at once: see transaction.ts. */
async function reseal(
  u: Unlocked,
  tx: Transaction,
  { keyVersion }: Header,
  table: SealedTable,
  rows: readonly SealedRow[],
): Promise<number> {
  const key = keysOf(u).byVersion.get(keyVersion);
  if (key === undefined) throw new AppError('locked');
  const fresh = rows.flatMap((row): SealedRow[] => {
    const plain = openPlain(u, table, row);
    if (plain === null) return [];
    return [{ ...row, keyVersion, box: seal(key, contextOf(table, { id: row.id, keyVersion }), plain) }];
  });
  await sealedIn(tx, table).bulkPut(fresh);
  return rows.length - fresh.length;
}

function inTransaction<R>(
  u: Unlocked,
  tables: readonly SealedTable[],
  work: (tx: Transaction, header: Header) => Promise<R>,
): Promise<R> {
  return withFreshKeys(u, () =>
    stored(() =>
      database.transaction('rw', ['header', ...tables], async (tx) => {
        const header = await readHeaderIn(tx);
        sealingVersion(u, header);
        if (header === null) throw new AppError('no-vault');
        return work(tx, header);
      }),
    ),
  );
}

function replaceHeader(from: Header, to: Header): Promise<void> {
  return stored(() => database.transaction('rw', database.header, (tx) => replaceHeaderIn(tx, from, to)));
}

/** Only while unlocked: a lock in between must not be undone. */
function replaceSessionKeys(vaultId: string, byVersion: ReadonlyMap<number, Bytes>): Promise<void> {
  return inTurn(async () => {
    const session = await readSession();
    if (session?.keys.vaultId !== vaultId) return;
    await writeSession({ ...session, keys: { ...session.keys, byVersion } });
  });
}
