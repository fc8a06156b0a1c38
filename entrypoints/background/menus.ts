// The open in-page menus: which document and field each menu frame serves, and what its last fill could undo. Leans on
// storage.session; a menu is known by its own document id, which no other frame can have.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { FrameTarget } from '../../lib/platform.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { type Errand, errandShape } from './tickets.ts';

const undoShape = v.object({
  ref: v.string(),
  createdId: v.nullable(v.string()),
  at: v.number(),
  /** Fields of an identity were filled as well. */
  persona: v.exactOptional(v.boolean()),
});
const menuShape = v.object({
  documentId: v.string(),
  /** The menu's own frame, in the tab of its errand. */
  frameId: v.number(),
  errand: errandShape,
  undo: v.nullable(undoShape),
});
type OpenMenu = v.InferOutput<typeof menuShape>;
export type Undo = v.InferOutput<typeof undoShape>;

const MOST = 32;
const menus = sessionItem('menus', v.array(menuShape), () => []);

/** Remembers a menu; an older one of the same document ends, and what it could undo in the same field goes to the new one. */
export async function openMenu(
  { documentId, frameId }: Pick<FrameTarget, 'documentId' | 'frameId'>,
  errand: Errand,
): Promise<void> {
  await menus.change((all) => {
    const isSame = (it: OpenMenu) =>
      it.documentId === documentId || it.errand.target.documentId === errand.target.documentId;
    const undo = all.find((it) => isSame(it) && it.undo?.ref === errand.report.ref)?.undo ?? null;
    const others = all.filter((it) => !isSame(it));
    return { next: [...others.slice(1 - MOST), { documentId, frameId, errand, undo }], result: undefined };
  });
}

/** The frames of all open menus, for what cannot reach them otherwise. */
export async function menuFrames(): Promise<{ tabId: number; frameId: number }[]> {
  return (await menus.get()).map(({ frameId, errand }) => ({ tabId: errand.target.tabId, frameId }));
}

/** Errors: `forbidden` for a frame that spent no ticket, or whose menu has ended. */
export async function menuOf(documentId: string): Promise<OpenMenu> {
  const menu = (await menus.get()).find((it) => it.documentId === documentId);
  if (!menu) throw new AppError('forbidden', { what: 'menu' });
  return menu;
}

export async function rememberUndo(documentId: string, undo: Undo | null): Promise<void> {
  await menus.change((all) => ({
    next: all.map((it) => (it.documentId === documentId ? { ...it, undo } : it)),
    result: undefined,
  }));
}

export async function closeMenusOfTab(tabId: number): Promise<void> {
  await menus.change((all) => ({
    next: all.filter((it) => it.errand.target.tabId !== tabId),
    result: undefined,
  }));
}
