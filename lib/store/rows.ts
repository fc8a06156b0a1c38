// What a row on disk looks like: the whole of what the disk shows. Leans on nothing; knows no plaintext and no key.

/** One table a record kind. Their names, the number of rows and the padded sizes are all that can be read without a key. */
export const SEALED_TABLES = [
  'account',
  'address',
  'message',
  'totp',
  'draft',
  'mute',
  'rule',
  'secret',
  'outbox',
  'progress',
  'listed',
  'chunk',
  'card',
  'check',
  'held',
  'hook',
  'body',
  'messageChunk',
  'folder',
  'asked',
  'template',
  'verifier',
] as const;
export type SealedTable = (typeof SEALED_TABLES)[number];

export interface SealedRow {
  /** Random, or a keyed hash: never a name. */
  id: string;
  /** Version of the vault key the box was sealed under. */
  keyVersion: number;
  /** Layout of lib/crypto/box.ts. */
  box: Uint8Array<ArrayBuffer>;
  /** Blind tag of a site (lib/vault/tags.ts), indexed. */
  tag?: string;
  /** Number of the chunk of the search index that this record is in (lib/vault/chunk-writer.ts). */
  chunk?: number;
}

/** The only row in clear: what it takes to turn a passphrase into the vault key. lib/vault/header.ts decodes it. */
export interface HeaderRow {
  id: 'vault';
  /** Not trusted until decoded: disks fail, and rows may come from a later version of ourselves. */
  value: unknown;
}

/** Keys of this device that cannot be read out, only used. */
export interface DeviceRow {
  id: 'tag-key';
  key: CryptoKey;
}
