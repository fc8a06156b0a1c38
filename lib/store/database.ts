// The database: tables, versions, upgrades; nothing else. Leans on Dexie. Sees sealed rows only, so no upgrade here can
// ever change a record's inside; that is for whoever holds the key. When another worker of ours (after an update) wants to
// upgrade or delete it, Dexie's own answer to `versionchange` is the right one: let go at once, open again at the next use.
import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import { type DeviceRow, type HeaderRow, SEALED_TABLES, type SealedRow, type SealedTable } from './rows.ts';

/** Indexed: `keyVersion` finds what a re-encryption still has to do, `tag` counts while locked. */
const SEALED = 'id, keyVersion, tag';

const TABLES = {
  header: 'id',
  device: 'id',
  ...Object.fromEntries(SEALED_TABLES.map((table) => [table, SEALED])),
};

/**
 * Moves on by one with every table added (test/unit/store names them all). Only the newest version is declared: what is missing is
 * found by looking at the disk, and Dexie reads all declared ones again for each, which took as long as a third of the worker's
 * evaluation. A version that has to change rows is declared beside it, with its `upgrade`.
 */
const VERSION = 10;

export class Database extends Dexie {
  declare readonly header: EntityTable<HeaderRow, 'id'>;
  declare readonly device: EntityTable<DeviceRow, 'id'>;

  constructor(name = 'moniker') {
    // Strict durability: what was said to be stored must survive a power cut, not only the end of the browser.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(VERSION).stores(TABLES);
  }

  sealed(table: SealedTable): Table<SealedRow, string> {
    return this.table<SealedRow, string>(table);
  }
}

/** The same tables seen from inside a transaction. */
export function sealedIn(tx: Transaction, table: SealedTable): Table<SealedRow, string> {
  return tx.table<SealedRow, string>(table);
}

export const database = new Database();
