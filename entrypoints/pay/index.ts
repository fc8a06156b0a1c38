// Paying, brought into a tab's documents when the user asks for it in the toolbar popup: says which card fields are here, and types
// what was confirmed there. Leans on look.ts and type.ts; shows nothing in the page, keeps nothing, acts on the background's word only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PayCalls } from '../../lib/messages/contract.ts';
import { answerCalls, type CallGuards } from '../page/answer-calls.ts';
import { finite, object, text } from '../page/guards.ts';
import { type CardField, look } from './look.ts';
import { type } from './type.ts';

interface World {
  /** Ends the copy of this script that came before. */
  monikerPay?: AbortController;
}

const GUARDS: CallGuards<PayCalls> = {
  'pay.look': object<Record<string, never>>({}),
  'pay.type': object({
    origin: text,
    values: object(
      { number: text, expiry: object({ month: finite, year: finite }), code: text, name: text },
      ['number', 'expiry', 'code', 'name'],
    ),
  }),
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerPay?.abort();
  world.monikerPay = ending;
  let fields: readonly CardField[] = [];
  answerCalls<PayCalls>(
    GUARDS,
    {
      'pay.look': () => {
        const seen = look(document);
        fields = seen.fields;
        return seen.said;
      },
      'pay.type': async ({ origin, values }) => ({
        outcomes: origin === self.origin ? await type(fields, values) : [],
      }),
    },
    ending.signal,
  );
});
