// Which line of the ledger a session's id belongs to: events and deliveries know ids alone. Leans on checks.list.
import { t } from '../../lib/i18n.ts';
import { askedShort, whomOf } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { useAsk } from './ask.ts';

/** @returns a function from `vs_…` to whom and what the check is about; ids that no line knows stay ids, cut */
export function useCheckNames(): (sessionId: string) => string {
  const list = useAsk('checks.list', {}, ['checks']);
  return (sessionId) => {
    const entry = list.value?.checks.find(({ check }) => check?.remoteId === sessionId);
    if (!entry) return t('checkById', cleanLine(sessionId).slice(0, 12));
    return `${whomOf(entry)} · ${askedShort(entry.check?.claims ?? entry.claims)}`;
  };
}
