// What is said of an identity as a form asks for it: between the background and the script that fills it in a page, and between the
// background and our own menu and popup. Types alone. A page learns only what it is given to keep.
import type { FillOutcome, FormKind } from '../model.ts';
import type { PersonaPart, PersonaValues } from '../persona-part.ts';
import type { Call } from './call.ts';

/** To the script for filling an identity, brought into a document when the user wishes it. */
export interface PersonaCalls {
  /** What the form of the field offered under `ref` asks for; without one, the form in focus, else the one that asks for most. */
  'persona.look': Call<{ ref: string | null }, PersonaLook>;
  /** Types the values into the fields of the last look, if the document still is of `origin`; with `menu` our frame is judged first. */
  'persona.type': Call<
    { origin: string; values: PersonaValues; from: 'menu' | 'toolbar' },
    { outcomes: PersonaOutcome[] }
  >;
  /** Puts back what was in those fields before. */
  'persona.restore': Call<Record<string, never>, { restored: boolean }>;
}

export interface PersonaLook {
  origin: string;
  form: FormKind;
  parts: PersonaState[];
}

/** How the fields of one part stand before anything is typed. */
export interface PersonaState {
  part: PersonaPart;
  /** Something stands in one of them. */
  taken: boolean;
  /** Nothing stands in one of them. */
  empty: boolean;
}

/** How one field ended. A part may have several: a date in three lists. */
export interface PersonaOutcome {
  part: PersonaPart;
  outcome: FillOutcome;
}

/** An identity beside what a form asks for. */
export interface PersonaView {
  id: string;
  name: string;
  email: string;
  account: string;
  /** What the form asks for and the identity has. */
  parts: (PersonaState & { value: string })[];
}

/** What was chosen: these parts of this identity, into the form that was looked at. */
export interface PersonaWish {
  id: string;
  parts: PersonaPart[];
}

export interface PersonaReceipt {
  /** Every field of the part kept it. */
  filled: PersonaPart[];
  /** At least one field did not. */
  failed: PersonaPart[];
  email: string;
}

/** From the in-page menu, part of MenuCalls. */
export interface PersonaMenuCalls {
  /** What the form around the field asks for and this identity has. Errors: `no-field`. */
  'menu.persona': Call<{ id: string }, PersonaView>;
  /** A trusted click, after the frame was visible long enough: fills the chosen parts into the fields looked at. */
  'menu.assume': Call<PersonaWish, PersonaReceipt>;
}
