// How an address stands, in a word or two each: off, waiting, closed, two versions, gone. Leans on what is kept of it; an address
// that is as it should be has no words.
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import type { BadgeTone } from '../parts/badge.tsx';

export interface StateWord {
  text: string;
  tone: BadgeTone;
}

/** The gravest first; a row may have room for one only. */
export function stateWords({ active, forwarding }: Address): StateWord[] {
  const words: StateWord[] = [];
  if (forwarding?.gone) words.push({ text: t('stateGone'), tone: 'bad' });
  if (forwarding?.conflict) words.push({ text: t('stateConflict'), tone: 'warn' });
  if (!active && !forwarding?.gone) words.push({ text: t('stateOff'), tone: 'plain' });
  if (forwarding && forwarding.pending.length > 0) words.push({ text: t('statePending'), tone: 'warn' });
  if (forwarding && forwarding.closed.length > 0) words.push({ text: t('stateClosed'), tone: 'plain' });
  return words;
}

/** Whether it can be switched on and off from here. */
export function hasSwitch({ forwarding }: Address): boolean {
  return forwarding !== undefined && !forwarding.gone;
}

/** What tells one address from another at a glance: label, site, whose it is. */
export function aboutLine(address: Address, account: string | undefined): string {
  const nameless = address.label === '' && address.site === null;
  const parts = [address.label, nameless ? t('addressNoSite') : address.site, account];
  return parts.filter(Boolean).join(' · ');
}
