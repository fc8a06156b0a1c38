// Writing a link into the field somebody writes in, brought into a tab's documents when the user asks for it. Leans on lib/fields/insert.ts;
// acts on the background's word only, sends nothing, and presses no key: what is in the field is for the person to send.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { insertText, writable } from '../../lib/fields/insert.ts';
import { t } from '../../lib/i18n.ts';
import type { InsertCalls } from '../../lib/messages/insert.ts';
import { answerCalls, type CallGuards } from '../page/answer-calls.ts';
import { object, text } from '../page/guards.ts';
import { showNotice } from '../page/notice.ts';
import { focusedElement } from '../page/watch.ts';

interface World {
  /** Ends the copy of this script that came before. */
  monikerInsert?: AbortController;
}

const GUARDS: CallGuards<InsertCalls> = {
  'insert.look': object<Record<string, never>>({}),
  'insert.text': object({ text }),
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const ending = new AbortController();
  world.monikerInsert?.abort();
  world.monikerInsert = ending;
  let field: HTMLElement | null = null;
  answerCalls<InsertCalls>(
    GUARDS,
    {
      'insert.look': () => {
        const focused = focusedElement();
        field = focused && writable(focused);
        return { writes: field !== null };
      },
      'insert.text': async ({ text: wish }) => {
        // Once: another text needs another look.
        const into = field;
        field = null;
        const outcome = into ? await insertText(into, wish) : 'gone';
        if (outcome === 'inserted') showNotice(t('noticeInserted'), 'good', ending.signal);
        return { outcome };
      },
    },
    ending.signal,
  );
});
