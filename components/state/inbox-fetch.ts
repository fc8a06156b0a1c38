// What the inbox asks of the services: the newest messages once the kept ones are on the screen, older ones and searches on a click.
// Leans on inbox.pull and inbox.search; what comes is announced, and listed by whoever lists.
import { type AppError, fromWire } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { AppCalls, ReplyOf } from '../../lib/messages/contract.ts';
import { useToast } from '../parts/toast.tsx';
import { ask, useAct, useAsk } from './ask.ts';
import type { ServiceSearch } from './message-filter.ts';

type Pulled = ReplyOf<AppCalls['inbox.pull']>;

export interface InboxFetch {
  /** How the last asking ended; null before it did. */
  pulled: Pulled | null;
  /** Whether the newest are on their way. */
  pulling: boolean;
  /** Whether older ones, or a search, are. */
  busy: boolean;
  error: AppError | null;
  pull: () => void;
  older: () => void;
  search: (search: ServiceSearch) => void;
}

/**
 * @param filter the identity whose messages are shown, or `''` for all
 * @param ready whether the kept ones are there: a list that is painted first costs the network nothing
 */
export function useInboxFetch(filter: string, ready: boolean): InboxFetch {
  const where = filter ? { addressId: filter } : {};
  const newest = useAsk('inbox.pull', where, [], ready);
  const { run, ...further } = useAct('inbox.search');
  const tell = useToast();

  const older = () =>
    run(async () => {
      const { fetched, trouble } = await ask('inbox.pull', { addressId: filter, older: true });
      if (trouble) throw fromWire(trouble);
      if (fetched === 0) tell(t('inboxNoneOlder'));
    });
  const search = (wanted: ServiceSearch) =>
    run(async () => {
      const { found, asked, of, trouble } = await ask('inbox.search', { ...where, ...wanted });
      tell(tn('inboxFound', found, asked, of));
      if (trouble) throw fromWire(trouble);
    });

  const pulled = newest.value;
  const told = pulled?.trouble ? fromWire(pulled.trouble) : null;
  return {
    pulled,
    pulling: newest.busy,
    busy: further.busy,
    error: further.error ?? newest.error ?? told,
    pull: newest.again,
    older,
    search,
  };
}
