// What a failure is told in: what happened, what is safe, what to do next, one button. Types and the commonest button; each
// area's words are in a file of its own, joined by errors.ts.
import { t } from '../../lib/i18n.ts';

/** What the one button does; each surface says how (`Record<TroubleAct, …>`), or leaves the button out. */
export type TroubleAct = 'retry' | 'unlock' | 'accounts' | 'allow' | 'there' | 'welcome' | 'reload';

export interface TroubleWords {
  /** What happened. */
  title: string;
  /** What is still safe. */
  safe: string;
  /** What to do next. */
  next: string;
  button: { label: string; act: TroubleAct } | null;
}

export const accounts = () => ({ label: t('actionAccounts'), act: 'accounts' as const });

/** Who was spoken to, inside a sentence. */
export const hostInside = (detail: { host?: string }) => detail.host ?? t('wordServerInside');

/** The server's own sentence, quoted as such: hostile text, shown as text only. */
export function quoted(detail: { said?: string }): string {
  return detail.said ? ` ${t('errorSaid', detail.said)}` : '';
}
