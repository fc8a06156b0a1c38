// The part of our own pages' calls that is about second addresses of one wish, one line a call. Leans on lib/actions.
import { listTwins, settleTwin } from '../../../lib/actions/note-twins.ts';
import type { TwinCalls } from '../../../lib/messages/app/twins.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

export const twinCalls: Handlers<TwinCalls, AppSender> = {
  'twins.list': async () => ({ twins: await listTwins(await requireUnlocked()) }),
  'twins.settle': async ({ end, ...twin }) => {
    await settleTwin(await requireUnlocked(), twin, end);
    announce('addresses');
    return {};
  },
};
