// How calls about filling an identity are read: the menu's and popup's arguments, and what the script in a page answers. Leans on
// valibot; the page's script is believed no more than the page.
import * as v from 'valibot';
import { PERSONA_PARTS } from '../../persona-part.ts';
import type { SiteCalls } from '../app/site.ts';
import type { PersonaMenuCalls } from '../persona.ts';
import type { Shapes } from '../server.ts';
import { fieldReportShape } from './page.ts';
import { id, none, text } from './parts.ts';

const part = v.picklist(PERSONA_PARTS);
const wish = v.object({
  id,
  parts: v.pipe(v.array(part), v.minLength(1), v.maxLength(PERSONA_PARTS.length)),
});

export const personaMenuShapes: Shapes<PersonaMenuCalls> = {
  'menu.persona': v.object({ id }),
  'menu.assume': wish,
};

export const personaSiteShapes: Shapes<Pick<SiteCalls, 'site.persona' | 'site.assume' | 'site.unassume'>> = {
  'site.persona': v.object({ id }),
  'site.assume': wish,
  'site.unassume': none,
};

/** What a page's script answers to `persona.look`. */
export const personaLookShape = v.object({
  origin: text(300),
  form: fieldReportShape.entries.form,
  parts: v.pipe(
    v.array(v.object({ part, taken: v.boolean(), empty: v.boolean() })),
    v.maxLength(PERSONA_PARTS.length),
  ),
});

export const personaPartShape = part;
