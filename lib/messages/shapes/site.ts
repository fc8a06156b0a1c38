// How the arguments of the calls in app/site.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { SiteCalls } from '../app/site.ts';
import type { Shapes } from '../server.ts';
import { menuChoice } from './menu.ts';
import { id, means, none, site, text } from './parts.ts';
import { personaSiteShapes } from './persona.ts';

export const siteShapes: Shapes<SiteCalls> = {
  'site.here': none,
  'site.current': none,
  'site.mute': v.object({ site, off: v.boolean() }),
  'site.fill': v.object({ choice: menuChoice, into: v.exactOptional(text(300)) }),
  ...personaSiteShapes,
  'site.follow': v.object({ messageId: id }),
  'site.beat': none,
  'site.mutes': none,
  'site.why': none,
  'site.rule': v.object({ means, which: v.picklist(['focused', 'point']) }),
  'site.rules': none,
  'site.unrule': v.object({ id }),
  'site.export': none,
};
