// What the in-page menu may ask about filling an identity, one line a call, and which of its rows lead there. Leans on persona.ts and
// menus.ts; every call hangs on the ticket that the frame has spent, as in menu-calls.ts.
import { addressesOn } from '../../lib/actions/site-addresses.ts';
import { DISCARD_TIME } from '../../lib/forwarding.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { PersonaMenuCalls } from '../../lib/messages/persona.ts';
import type { MenuSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import type { MenuChoice, MenuView } from '../../lib/messages/views.ts';
import { asksWho } from '../../lib/persona-part.ts';
import { getRecord } from '../../lib/vault/records.ts';
import { requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { menuOf, rememberUndo } from './menus.ts';
import { assume, viewPersona } from './persona.ts';

export const personaMenuCalls: Handlers<PersonaMenuCalls, MenuSender> = {
  'menu.persona': async ({ id }, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    return viewPersona(await requireUnlocked(), id, errand.target, errand.report.ref);
  },
  'menu.assume': async (wish, from) => {
    const { errand, undo } = await menuOf(from.frame.documentId);
    const { target, origin, site, report } = errand;
    const receipt = await assume(await requireUnlocked(), wish, { target, origin, site, from: 'menu' });
    const now = Date.now();
    // What was made a moment ago for this very field can still be discarded with it.
    const createdId = undo && now - undo.at <= DISCARD_TIME ? undo.createdId : null;
    await rememberUndo(from.frame.documentId, { ref: report.ref, createdId, at: now, persona: true });
    return receipt;
  },
};

/** Whether the form around a reported field asks who one is. */
export const introduces = ({ form, role, beside }: FieldReport): boolean =>
  asksWho(form, [role, ...(beside ?? [])]);

/** For a field that takes no address: the identities used on the site, where the form asks who one is. */
export async function personaOffers(
  u: Unlocked,
  site: string,
  report: FieldReport,
): Promise<Partial<MenuView>> {
  if (!introduces(report)) return {};
  const used = await addressesOn(u, site);
  return {
    addresses: used
      .filter(({ persona }) => persona !== null)
      .map(({ id, email, label, persona }) => ({
        id,
        email,
        label,
        account: persona?.name ?? '',
        persona: true,
      })),
  };
}

/** @returns the identity whose address a choice filled, where its form asks for more of it */
export async function personaBehind(
  choice: MenuChoice,
  createdId: string | null,
  report: FieldReport,
): Promise<{ persona?: string }> {
  const id = choice.kind === 'address' ? choice.id : createdId;
  if (id === null || !introduces(report)) return {};
  const address = await getRecord(await requireUnlocked(), 'address', id);
  return address?.persona ? { persona: id } : {};
}
