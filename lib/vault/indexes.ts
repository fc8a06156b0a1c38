// The kinds of records that have a search index, and what each index is made of: the table its chunks lie in, how an entry is made
// of a record, and how it is searched. Leans on lib/search. One row here, and the whole way from writing to healing knows it.
import type { AddressFilter, AddressSort } from '../address-query.ts';
import type { MessageFilter, MessageSort } from '../message-query.ts';
import { addressEntry } from '../search/address-entry.ts';
import { ADDRESS_PLAN } from '../search/address-plan.ts';
import type { SearchEntry, SearchLayout } from '../search/entry.ts';
import { messageEntry } from '../search/message-entry.ts';
import { MESSAGE_PLAN } from '../search/message-plan.ts';
import type { SearchPlan } from '../search/plan.ts';
import type { SearchIndex } from '../search/search.ts';
import type { SealedTable } from '../store/rows.ts';
import type { RecordTable, RecordTypes } from './shapes.ts';

/** What each index is asked with. */
export interface IndexQuestions {
  address: { filter: AddressFilter; sort: AddressSort };
  message: { filter: MessageFilter; sort: MessageSort };
}
export type IndexedTable = keyof IndexQuestions & RecordTable;
export type IndexOf<T extends IndexedTable> = SearchIndex<
  IndexQuestions[T]['filter'],
  IndexQuestions[T]['sort']
>;

export interface IndexKind<T extends IndexedTable> {
  /** Where its chunks lie. */
  chunks: SealedTable;
  /** What lies beside a record under the same id, and goes with it; null for nothing. */
  beside: RecordTable | null;
  entry: (record: RecordTypes[T]) => SearchEntry;
  plan: SearchPlan<IndexQuestions[T]['filter'], IndexQuestions[T]['sort']>;
}

export const INDEXES: { readonly [T in IndexedTable]: IndexKind<T> } = {
  address: { chunks: 'chunk', beside: null, entry: addressEntry, plan: ADDRESS_PLAN },
  message: { chunks: 'messageChunk', beside: 'body', entry: messageEntry, plan: MESSAGE_PLAN },
};

export const INDEXED_TABLES = Object.keys(INDEXES) as IndexedTable[];

export const layoutOf = (table: IndexedTable): SearchLayout => INDEXES[table].plan.layout;
