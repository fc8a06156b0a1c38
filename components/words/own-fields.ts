// What the fields of our own forms are called where an error names one. Leans on the catalogue; a field that only a service knows is
// named as the service names it.
import { type MessageKey, t } from '../../lib/i18n.ts';

const LABELS: Readonly<Record<string, MessageKey>> = {
  apiKey: 'fieldApiKey',
  baseUrl: 'fieldBaseUrl',
  cardKey: 'fieldCardKey',
  mailbox: 'fieldMailbox',
  receiverUrl: 'answersReceiver',
  site: 'fieldSite',
};

/** @param field its name in an `ErrorDetail` */
export function fieldWords(field: string): string {
  const label = Object.hasOwn(LABELS, field) ? LABELS[field] : undefined;
  return label === undefined ? field : t(label);
}
