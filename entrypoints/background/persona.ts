// From a chosen identity to the filled fields of one form: looks at the form in exactly one document, and sends only the chosen values
// to that document. Leans on lib/actions for what is known of the identity; decides nothing that was not chosen.
import * as v from 'valibot';
import { knowPersona } from '../../lib/actions/know-persona.ts';
import { noteUse } from '../../lib/actions/update-address.ts';
import { AppError } from '../../lib/error.ts';
import type {
  PersonaLook,
  PersonaOutcome,
  PersonaReceipt,
  PersonaView,
  PersonaWish,
} from '../../lib/messages/persona.ts';
import type { Address } from '../../lib/model.ts';
import { PERSONA_PARTS, type PersonaPart, type PersonaValues } from '../../lib/persona-part.ts';
import { type FrameTarget, injectIntoDocument, injectIntoTab } from '../../lib/platform.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { siteOf } from '../../lib/site.ts';
import { requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { currentTab } from './current-tab.ts';
import { originOf } from './frame-origin.ts';
import { callTab } from './tab-calls.ts';

/** What an identity has for each part; null where it has nothing. */
const VALUE_OF: Record<PersonaPart, (address: Address) => string | null> = {
  email: ({ email }) => email,
  username: ({ email }) => email.slice(0, email.lastIndexOf('@')),
  name: ({ persona }) => persona?.name || null,
  'birth-date': ({ persona }) => persona?.birthDate ?? null,
  phone: ({ persona }) => persona?.phone ?? null,
};

const MEMBER: Record<PersonaPart, keyof PersonaValues> = {
  email: 'email',
  username: 'username',
  name: 'name',
  'birth-date': 'birthDate',
  phone: 'phone',
};

/** The form around an offered field, beside an identity. Errors: `no-field` when the document or its field is gone. */
export async function viewPersona(
  u: Unlocked,
  id: string,
  target: FrameTarget,
  ref: string,
): Promise<PersonaView> {
  await bring(target);
  return viewOf(u, id, await callTab(target, 'persona.look', { ref }));
}

async function bring(target: FrameTarget): Promise<void> {
  await injectIntoDocument(target, '/persona.js').catch(() => {
    throw new AppError('no-field');
  });
}

async function viewOf(u: Unlocked, id: string, { parts }: PersonaLook): Promise<PersonaView> {
  const { address, account } = await knowPersona(u, id);
  return {
    id,
    name: address.persona?.name ?? '',
    email: address.email,
    account,
    parts: parts.flatMap((state) => {
      const value = VALUE_OF[state.part](address);
      return value === null ? [] : [{ ...state, value }];
    }),
  };
}

/**
 * Fills the chosen parts, each field once, into the document that was looked at. Errors: `no-field`, `not-visible`, and those of
 * `knowPersona`; nothing is filled then.
 * @param origin of the document, as the browser names it
 */
export async function assume(
  u: Unlocked,
  { id, parts }: PersonaWish,
  to: { target: FrameTarget; origin: string; site: string; from: 'menu' | 'toolbar' },
): Promise<PersonaReceipt> {
  const { address } = await knowPersona(u, id);
  const values: PersonaValues = {};
  for (const part of parts) {
    const value = VALUE_OF[part](address);
    if (value !== null) values[MEMBER[part]] = value;
  }
  const { outcomes } = await callTab(to.target, 'persona.type', { origin: to.origin, values, from: to.from });
  if (outcomes.length === 0) throw new AppError('no-field');
  const receipt = receiptOf(outcomes, address.email);
  if (receipt.filled.length > 0) {
    await noteUse(u, id, to.site, Date.now());
    announce('addresses');
  }
  return receipt;
}

function receiptOf(outcomes: readonly PersonaOutcome[], email: string): PersonaReceipt {
  const failed = new Set(
    outcomes
      .filter(({ outcome: { kind } }) => kind !== 'filled' && kind !== 'moved-on')
      .map(({ part }) => part),
  );
  const tried = PERSONA_PARTS.filter((part) => outcomes.some((one) => one.part === part));
  return { filled: tried.filter((part) => !failed.has(part)), failed: [...failed], email };
}

/** @returns whether every field holds again what it held; false too where the page is gone. */
export async function unassume(target: FrameTarget): Promise<boolean> {
  const back = await callTab(target, 'persona.restore', {}).catch((error: unknown) => {
    if (error instanceof AppError) return { restored: false };
    throw error;
  });
  return back.restored;
}

const frontShape = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.string(),
  origin: v.string(),
  site: v.string(),
});
/** The document that the popup looked at last; the worker may die before the person has chosen. */
const front = sessionItem('persona-front', v.nullable(frontShape), () => null);

/** For the popup: the form in front of the user. Errors: `no-access` where the browser keeps us out, `no-field` where none asks. */
export async function viewFrontPersona(id: string): Promise<PersonaView> {
  const u = await requireUnlocked();
  const tab = await currentTab();
  if (!tab?.site || tab.url === null) throw new AppError('no-access');
  const { tabId, site } = tab;
  const origin = new URL(tab.url).origin;
  const noAccess = () => {
    throw new AppError('no-access');
  };
  await injectIntoTab(tabId, '/page.js').catch(noAccess);
  const frames = await injectIntoTab(tabId, '/persona.js').catch(noAccess);
  let best: { target: FrameTarget; said: PersonaLook } | null = null;
  for (const frame of frames) {
    const target = { tabId, ...frame };
    // Frames of others are not for an identity: nobody sees whose they are.
    const said = (await originOf(target)) === origin ? await lookInto(target) : null;
    if (said && said.parts.length > (best?.said.parts.length ?? 0)) best = { target, said };
  }
  if (best === null) throw new AppError('no-field');
  const { target, said } = best;
  await front.change(() => ({ next: { ...target, origin, site }, result: undefined }));
  return viewOf(u, id, said);
}

async function lookInto(target: FrameTarget): Promise<PersonaLook | null> {
  try {
    return await callTab(target, 'persona.look', { ref: null });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** For the popup: what was chosen, into the document that was looked at, if it still is in front. */
export async function assumeFront(wish: PersonaWish): Promise<PersonaReceipt> {
  const u = await requireUnlocked();
  const seen = await front.get();
  const tab = await currentTab();
  if (!seen || tab?.tabId !== seen.tabId || tab.url === null || siteOf(tab.url) !== seen.site)
    throw new AppError('no-field');
  const { origin, site, ...target } = seen;
  return assume(u, wish, { target, origin, site, from: 'toolbar' });
}

export async function unassumeFront(): Promise<boolean> {
  const seen = await front.get();
  return seen !== null && unassume(seen);
}
