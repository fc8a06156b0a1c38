// How the arguments of the panel's calls are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { PanelCalls } from '../panel.ts';
import type { Shapes } from '../server.ts';
import { none, text } from './parts.ts';

const height = v.pipe(v.number(), v.minValue(0), v.maxValue(4000));

export const panelShapes: Shapes<PanelCalls> = {
  'panel.open': v.object({ ticket: text(64), ancestors: v.pipe(v.array(text(500)), v.maxLength(64)) }),
  'panel.view': none,
  'panel.read': none,
  'panel.keep': v.object({ token: v.boolean() }),
  'panel.escalate': v.object({ to: v.picklist(['unlock', 'tab']) }),
  'panel.frame': v.union([v.object({ height }), v.object({ close: v.literal(true) })]),
};
