// The kept messages that match a query, a screenful at a time, newest first. Leans on paged.ts and inbox.list; holds nothing itself.
import type { MessageQuery } from '../../lib/message-query.ts';
import type { MessageSummary } from '../../lib/model.ts';
import { ask } from './ask.ts';
import { type Paged, type Source, usePaged } from './paged.ts';

const MESSAGES: Source<MessageQuery, MessageSummary> = {
  name: 'inbox.list',
  fetch: (query, offset, limit) => ask('inbox.list', { ...query, offset, limit }),
  areas: ['inbox', 'vault'],
};

export const useMessagePages = (query: MessageQuery): Paged<MessageSummary> => usePaged(MESSAGES, query);
