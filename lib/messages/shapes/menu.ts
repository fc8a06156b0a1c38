// How the arguments of our in-page menu's calls are read. Leans on valibot; total over the contract.
import * as v from 'valibot';
import type { MenuCalls } from '../contract.ts';
import type { Shapes } from '../server.ts';
import { aliasWish, format, id, means, none, text } from './parts.ts';
import { personaMenuShapes } from './persona.ts';

export const menuChoice = v.variant('kind', [
  v.object({ kind: v.literal('address'), id }),
  v.object({
    kind: v.literal('new-address'),
    accountId: id,
    format: v.exactOptional(format),
    wish: v.exactOptional(v.object(aliasWish)),
  }),
  v.object({ kind: v.literal('code'), messageId: id }),
  v.object({ kind: v.literal('totp'), id }),
  v.object({ kind: v.literal('held-totp'), id }),
]);

const height = v.pipe(v.number(), v.minValue(0), v.maxValue(2000));

export const menuShapes: Shapes<MenuCalls> = {
  'menu.open': v.object({ ticket: text(64), ancestors: v.pipe(v.array(text(500)), v.maxLength(64)) }),
  'menu.view': none,
  'menu.choose': menuChoice,
  ...personaMenuShapes,
  'menu.follow': v.object({ messageId: id }),
  'menu.undo': none,
  'menu.mute': v.object({ until: v.picklist(['hour', 'always']) }),
  'menu.rule': v.object({ means }),
  'menu.escalate': v.union([
    v.object({ to: v.picklist(['unlock', 'connect', 'options', 'release']) }),
    v.object({ to: v.literal('message'), messageId: id }),
    v.object({ to: v.literal('own-name'), accountId: id, wish: v.object(aliasWish) }),
  ]),
  'menu.frame': v.union([v.object({ height }), v.object({ close: v.literal(true), refocus: v.boolean() })]),
};
