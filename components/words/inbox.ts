// What is said of an inbox: how many unread, of how many, and that there may be more than was fetched. Leans on the catalogue; counts
// nothing that was not fetched.
import { language, t, tn } from '../../lib/i18n.ts';
import type { InboxCount } from '../../lib/message-query.ts';
import type { Address } from '../../lib/model.ts';

/** @returns of one identity, or of all: an inbox that was never asked may have any number. */
export function unreadOf(
  inboxes: Readonly<Record<string, InboxCount>>,
  filter: string,
  identities: readonly Address[],
): InboxCount {
  const ids = filter ? [filter] : identities.map(({ id }) => id);
  const counts = ids.map((id) => inboxes[id] ?? { unread: 0, more: true });
  return {
    unread: counts.reduce((sum, { unread }) => sum + unread, 0),
    more: counts.some(({ more }) => more),
  };
}

/** "3 found", or "12+ unread · 10,000 messages". */
export function countWords(total: number, narrowed: boolean, count: InboxCount | null): string {
  if (narrowed) return tn('inboxFoundHere', total);
  const all = tn('inboxKept', total);
  return count === null || count.unread === 0 ? all : `${unreadWords(count)} · ${all}`;
}

/** An identity in the choice of inboxes: "Shop · 3+". */
export function whoseWords(name: string, count: InboxCount | undefined): string {
  if (count === undefined || count.unread === 0) return name;
  return t('inboxWhose', name, `${count.unread.toLocaleString(language())}${count.more ? '+' : ''}`);
}

function unreadWords({ unread, more }: InboxCount): string {
  return more ? t('inboxUnreadMore', unread.toLocaleString(language())) : tn('inboxUnreadCount', unread);
}
