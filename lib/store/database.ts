// The database: tables, versions, upgrades; nothing else. Leans on Dexie. Sees sealed rows only, so no upgrade here can
// ever change a record's inside; that is for whoever holds the key. When another worker of ours (after an update) wants to
// upgrade or delete it, Dexie's own answer to `versionchange` is the right one: let go at once, open again at the next use.
import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { DeviceRow, HeaderRow, SealedRow, SealedTable } from './rows.ts';

/** Indexed: `keyVersion` finds what a re-encryption still has to do, `tag` counts while locked. */
const SEALED = 'id, keyVersion, tag';

const VERSION_1 = {
  header: 'id',
  device: 'id',
  account: SEALED,
  address: SEALED,
  message: SEALED,
  totp: SEALED,
  draft: SEALED,
  mute: SEALED,
  secret: SEALED,
};

/** What the user says of fields came later; Dexie adds the table and touches no other. */
const VERSION_2 = { ...VERSION_1, rule: SEALED };

/** What waits to be told to a service, and how far its list was read. */
const VERSION_3 = { ...VERSION_2, outbox: SEALED, progress: SEALED, listed: SEALED };

/** What is searched; filled from the records when it is first asked for (lib/vault/heal-index.ts). */
const VERSION_4 = { ...VERSION_3, chunk: SEALED };

/** What services tell of payment cards. */
const VERSION_5 = { ...VERSION_4, card: SEALED };

/** The ledger of identity checks. */
const VERSION_6 = { ...VERSION_5, check: SEALED };

/** Authenticator entries that services hold. */
const VERSION_7 = { ...VERSION_6, held: SEALED };

/** What opens sealed answers. */
const VERSION_8 = { ...VERSION_7, hook: SEALED };

/** Bodies apart from their messages, the messages' own search index, and how far each list of them was read. */
const VERSION_9 = { ...VERSION_8, body: SEALED, messageChunk: SEALED, folder: SEALED };

/** Checks the user was asked for, their own templates, servers of people they know. */
const VERSION_10 = {
  ...VERSION_9,
  asked: SEALED,
  template: SEALED,
  verifier: SEALED,
} satisfies Record<SealedTable | 'header' | 'device', string>;

export class Database extends Dexie {
  declare readonly header: EntityTable<HeaderRow, 'id'>;
  declare readonly device: EntityTable<DeviceRow, 'id'>;

  constructor(name = 'moniker') {
    // Strict durability: what was said to be stored must survive a power cut, not only the end of the browser.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores(VERSION_1);
    this.version(2).stores(VERSION_2);
    this.version(3).stores(VERSION_3);
    this.version(4).stores(VERSION_4);
    this.version(5).stores(VERSION_5);
    this.version(6).stores(VERSION_6);
    this.version(7).stores(VERSION_7);
    this.version(8).stores(VERSION_8);
    this.version(9).stores(VERSION_9);
    this.version(10).stores(VERSION_10);
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
