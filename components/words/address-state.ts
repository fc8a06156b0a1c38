// How an address stands, in a word or two each: off, waiting, closed, two versions, gone. Leans on what is kept of it; an address
// that is as it should be has no words.
import { type PendingEdit, SEALED_FIELDS, type SealedField } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import type { BadgeTone } from '../parts/badge.tsx';
import type { VaultStand } from '../state/vault-stand.ts';

export interface StateWord {
  text: string;
  tone: BadgeTone;
}

/** Whether all that waits of an address are texts, which go through the service's vault. */
export function waitsForVault({ forwarding }: Address, stand: VaultStand): boolean {
  const pending = forwarding?.pending ?? [];
  return stand !== 'open' && pending.length > 0 && pending.every(isText);
}

const isText = (edit: PendingEdit): boolean => SEALED_FIELDS.some((field) => field === edit);

/** Whether a text of ours waits because what stands at the service cannot be read. */
export function isHeldBack({ forwarding }: Address, field: SealedField): boolean {
  return (forwarding?.pending.includes(field) && forwarding.closed.includes(field)) ?? false;
}

/** The gravest first; a row may have room for one only. */
export function stateWords(address: Address, stand: VaultStand = 'open'): StateWord[] {
  const { active, forwarding } = address;
  const words: StateWord[] = [];
  if (forwarding?.gone) words.push({ text: t('stateGone'), tone: 'bad' });
  const isUndecided = forwarding?.conflict || SEALED_FIELDS.some((field) => isHeldBack(address, field));
  if (isUndecided) words.push({ text: t('stateConflict'), tone: 'warn' });
  if (!active && !forwarding?.gone) words.push({ text: t('stateOff'), tone: 'plain' });
  if (forwarding && forwarding.pending.length > 0)
    words.push(PENDING_WORDS[waitsForVault(address, stand) ? stand : 'open']());
  if (forwarding && forwarding.closed.length > 0) words.push({ text: t('stateClosed'), tone: 'plain' });
  return words;
}

/** What waits for nothing but the network, for the vault, or for good. */
const PENDING_WORDS: Record<VaultStand, () => StateWord> = {
  open: () => ({ text: t('statePending'), tone: 'warn' }),
  closed: () => ({ text: t('stateVaultClosed'), tone: 'warn' }),
  never: () => ({ text: t('stateVaultNever'), tone: 'plain' }),
};

/** Whether it can be switched on and off from here. */
export function hasSwitch({ forwarding }: Address): boolean {
  return forwarding !== undefined && !forwarding.gone;
}

/** What tells one address from another at a glance: label, site, whose it is. */
export function aboutLine(address: Address, account: string | undefined): string {
  const nameless = address.label === '' && address.site === null;
  // A label is the site's name until somebody writes another: said once.
  const parts = new Set([address.label, nameless ? t('addressNoSite') : address.site, account]);
  return [...parts].filter(Boolean).join(' · ');
}
