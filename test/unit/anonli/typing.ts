// What a person here does to texts, and what they see: writes over what is shown, in one window or in two; with the ledger of it.
// A step may fail in any way that an AppError or a dead worker can, and in no other. Leans on the scene.
import { updateAddress } from '../../../lib/actions/update-address.ts';
import { AppError } from '../../../lib/error.ts';
import type { SealedField } from '../../../lib/forwarding.ts';
import type { Address } from '../../../lib/model.ts';
import { getRecord } from '../../../lib/vault/records.ts';
import type { Ledger } from './ledger.ts';
import type { Mortal } from './mortal.ts';
import type { Scene } from './scene.ts';

export interface Stage {
  scene: Scene;
  mortal: Mortal;
}

/** Whatever ends in a coded error, or in death, has ended as it may. */
export async function attempt(stage: Stage, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) && !stage.mortal.revive()) throw error;
  }
}

export const pick = <T>(list: readonly T[], which: number): T | undefined =>
  list[which % Math.max(1, list.length)];

/** Every text that somebody can see here. */
export async function shownHere(scene: Scene): Promise<Set<string>> {
  const texts = (await scene.all()).flatMap(({ label, note, forwarding }) => [
    label,
    note,
    forwarding?.conflict?.label ?? '',
    forwarding?.conflict?.note ?? '',
  ]);
  return new Set(texts);
}

export const byId = (a: Address, b: Address): number => (a.id < b.id ? -1 : 1);

export async function ourAddress(scene: Scene, which: number): Promise<Address | undefined> {
  return pick((await scene.all()).filter(({ forwarding }) => !forwarding?.gone).sort(byId), which);
}

/** Somebody here writes over what they see. */
export async function type(
  stage: Stage,
  { which, field }: { which: number; field: SealedField },
  clears: boolean,
  ledger: Ledger,
): Promise<void> {
  const { scene } = stage;
  const address = await ourAddress(scene, which);
  if (address === undefined) return;
  const text = clears ? '' : ledger.next();
  let failed = false;
  await updateAddress(scene.u, { id: address.id, [field]: text }, Date.now()).catch((error: unknown) => {
    failed = true;
    if (!(error instanceof AppError) && !stage.mortal.isDead()) throw error;
  });
  // A death after the writing was done: what matters is what is there.
  const after = failed ? await getRecord(scene.u, 'address', address.id) : null;
  if (failed && after?.[field] !== text) return;
  ledger.typed(text);
  if (address[field] !== text) ledger.replaced(address[field]);
}

/** The other window's text is nobody's to write over unseen: it is refused, or the first one never came to be. */
export async function typeInTwo(
  stage: Stage,
  step: { which: number; field: SealedField },
  ledger: Ledger,
): Promise<void> {
  const { u } = stage.scene;
  const shown = await ourAddress(stage.scene, step.which);
  await type(stage, step, false, ledger);
  stage.mortal.revive();
  if (shown === undefined) return;
  const { id, [step.field]: was } = shown;
  const text = ledger.next();
  const seen = { [step.field]: was };
  await attempt(stage, () => updateAddress(u, { id, [step.field]: text, seen }, Date.now()));
  if ((await getRecord(u, 'address', id))?.[step.field] !== text) return;
  ledger.typed(text);
  ledger.replaced(was);
}
