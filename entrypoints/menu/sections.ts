// What the menu shows, in which order: pure, from the view the background answered. Leans on the contract; draws nothing.
// Reuse stands before creation; on a code field nothing but codes is offered.
import { type Evidence, isWaitNews, orderEvidence } from '../../lib/evidence.ts';
import type {
  MenuAddress,
  MenuChoice,
  MenuCode,
  MenuTotp,
  MenuUndo,
  MenuView,
} from '../../lib/messages/views.ts';
import { isPersonal } from '../../lib/persona-part.ts';
import type { NewAddressSource } from '../../lib/requests.ts';
import type { Tier } from './seen.ts';

export type Section =
  | { kind: 'rejected'; email: string | null }
  | { kind: 'undo'; undo: MenuUndo }
  | { kind: 'addresses'; addresses: readonly MenuAddress[] }
  /** Identities, for a field that takes no address. */
  | { kind: 'personas'; addresses: readonly MenuAddress[] }
  | { kind: 'new-address'; first: NewAddressSource; others: readonly NewAddressSource[] }
  | { kind: 'evidence'; rows: readonly Evidence<MenuCode, MenuTotp>[] }
  | { kind: 'waiting' }
  | { kind: 'locked'; count: number }
  | { kind: 'empty' }
  | { kind: 'connect' }
  | { kind: 'nothing' };

export function sectionsOf(view: MenuView): Section[] {
  if (view.state === 'empty') return [{ kind: 'empty' }];
  if (view.state === 'locked') return [{ kind: 'locked', count: view.lockedCount }];
  if (isPersonal(view.role)) return personaSections(view);
  const sections = view.role === 'code' ? codeSections(view) : addressSections(view);
  return sections.length > 0 ? sections : [{ kind: 'nothing' }];
}

function codeSections(view: MenuView): Section[] {
  const rows = orderEvidence(view);
  const waits = view.waiting && isWaitNews(view);
  return [
    ...(rows.length > 0 ? [{ kind: 'evidence', rows } as const] : []),
    ...(waits ? [{ kind: 'waiting' } as const] : []),
  ];
}

function personaSections({ addresses, undo }: MenuView): Section[] {
  const last: Section[] = undo === null ? [] : [{ kind: 'undo', undo }];
  if (addresses.length === 0) return [...last, { kind: 'nothing' }];
  return [{ kind: 'personas', addresses }, ...last];
}

function addressSections({ addresses, sources, form, rejected, undo }: MenuView): Section[] {
  const sections: Section[] = [];
  // Last, where no key falls on it by itself.
  const last: Section[] = undo === null ? [] : [{ kind: 'undo', undo }];
  const [first, ...others] = sources;
  // What the site has just refused is not tried again by a cousin of it: another kind comes first.
  if (rejected) {
    sections.push({ kind: 'rejected', email: rejected.email });
    if (first) sections.push({ kind: 'new-address', first, others });
    if (addresses.length > 0) sections.push({ kind: 'addresses', addresses });
    return [...sections, ...last];
  }
  if (addresses.length > 0) sections.push({ kind: 'addresses', addresses });
  if (first) sections.push({ kind: 'new-address', first, others });
  if (sections.length === 0 && form !== 'log-in') sections.push({ kind: 'connect' });
  return [...sections, ...last];
}

/** Which of the risk tiers of SECURITY.md a choice belongs to. */
export const TIERS: Record<MenuChoice['kind'], Tier> = {
  address: 1,
  'new-address': 1,
  code: 2,
  totp: 2,
  'held-totp': 2,
};

/** What stands under the pointer, as one string: when it changes, a click may have been meant for what was there before. */
export function outline(view: MenuView): string {
  const ids = view.addresses.map(({ id }) => id);
  const evidence = orderEvidence(view).map(({ id }) => id);
  const sources = view.sources.map(({ accountId, format, wish }) => [accountId, format, wish]);
  return JSON.stringify([
    view.state,
    ids,
    evidence,
    sources,
    view.waiting,
    view.trouble?.code,
    view.rejected,
    view.undo?.kind,
  ]);
}

/** @returns what a choice would have typed, where this view knows it: for copying after the page refused it. */
export function typedValue(view: MenuView, choice: MenuChoice, email: string | null): string | null {
  switch (choice.kind) {
    case 'code':
      return view.codes.find((code) => code.messageId === choice.messageId)?.code ?? null;
    case 'held-totp':
      // Its code was never here.
      return null;
    case 'totp':
      return view.totps.find((totp) => totp.id === choice.id)?.code ?? null;
    case 'address':
      return email ?? view.addresses.find((address) => address.id === choice.id)?.email ?? null;
    case 'new-address':
      return email;
  }
}
