// Filling an identity into one form, brought into a document on the user's wish beside the recognition script, which it asks what is
// there. Leans on look.ts and type.ts; shows nothing, keeps what a field held only until the next filling, acts on the background alone.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { AppError } from '../../lib/error.ts';
import type { PersonaCalls } from '../../lib/messages/persona.ts';
import { answerCalls, type CallGuards } from '../page/answer-calls.ts';
import type { PageWorld } from '../page/attend.ts';
import { type Guard, object, oneOf, text } from '../page/guards.ts';
import { focusedElement } from '../page/watch.ts';
import { type FormLook, look } from './look.ts';
import { type PutBack, type } from './type.ts';

interface World extends PageWorld {
  /** The copy of this script that came before: it ends, and what it can still put back goes to the next. */
  monikerPersona?: { ending: AbortController; putBacks: readonly PutBack[] };
}

const textOrNull: Guard<string | null> = (value): value is string | null => value === null || text(value);
const values = { email: text, username: text, name: text, birthDate: text, phone: text };

const GUARDS: CallGuards<PersonaCalls> = {
  'persona.look': object<{ ref: string | null }>({ ref: textOrNull }),
  'persona.type': object({
    origin: text,
    values: object(values, ['email', 'username', 'name', 'birthDate', 'phone']),
    from: oneOf('menu', 'toolbar'),
  }),
  'persona.restore': object<Record<string, never>>({}),
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerPersona?.ending.abort();
  const own = { ending, putBacks: world.monikerPersona?.putBacks ?? [] };
  world.monikerPersona = own;
  let seen: FormLook | null = null;
  /** Typing moves the focus from field to field; it goes back to where the person left it. */
  const quietly = async <T>(run: () => Promise<T>): Promise<T> => {
    const back = focusedElement();
    const whole = () => run().finally(() => back?.focus({ preventScroll: true }));
    return world.monikerPage ? world.monikerPage.occupied(whole) : whole();
  };
  answerCalls<PersonaCalls>(
    GUARDS,
    {
      'persona.look': async ({ ref }) => {
        const page = world.monikerPage;
        if (!page) throw new AppError('no-field');
        const meant = ref === null ? null : (page.offered(ref)?.element ?? null);
        if (ref !== null && meant === null) throw new AppError('no-field');
        const found = await look(page, meant, document);
        seen = found;
        return found.said;
      },
      'persona.type': async ({ origin, values, from }) => {
        if (origin !== self.origin || !seen) return { outcomes: [] };
        const session = world.monikerPage?.session();
        const unfair = session ? session.surface.judgeMenu() : 'closed';
        if (from === 'menu' && unfair !== null) throw new AppError('not-visible', { what: unfair });
        const form = seen;
        const typed = await quietly(() => type(form, values));
        own.putBacks = typed.putBacks;
        return { outcomes: typed.outcomes };
      },
      'persona.restore': async () => {
        const taken = [...own.putBacks].reverse();
        own.putBacks = [];
        if (taken.length === 0) return { restored: false };
        const whole = await quietly(async () => {
          let all = true;
          for (const putBack of taken) all = (await putBack()) && all;
          return all;
        });
        return { restored: whole };
      },
    },
    ending.signal,
  );
});
