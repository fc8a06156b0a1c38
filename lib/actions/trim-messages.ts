// The bounds of what is kept: so many messages, so much of their bodies, the oldest gone first; the service still has them. Leans on
// the messages' index, which knows times and sizes, so that nothing is opened to find out.
import { excessOf } from '../search/message-plan.ts';
import { searchIndex } from '../vault/read-index.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Messages kept of all identities together: years of mail, and still a list that opens at once. */
const MOST_MESSAGES = 20_000;
/** Characters of all bodies: a body may have five million. */
const MOST_BODIES = 64_000_000;
const BATCH = 200;

export async function trimMessages(u: Unlocked, most = MOST_MESSAGES, bodies = MOST_BODIES): Promise<void> {
  const open = searchIndex(u, 'message');
  await open.ready;
  open.ensureOpen();
  const excess = excessOf(open.index.chunks(), most, bodies);
  for (let at = 0; at < excess.messages.length; at += BATCH) {
    await transact(u, ['message'], async (tx) => {
      for (const id of excess.messages.slice(at, at + BATCH)) await tx.remove('message', id);
    });
  }
  for (let at = 0; at < excess.bodies.length; at += BATCH) {
    await transact(u, ['message', 'body'], async (tx) => {
      for (const id of excess.bodies.slice(at, at + BATCH)) {
        const message = await tx.get('message', id);
        await tx.remove('body', id);
        if (message === null) continue;
        const { bodySize: _, ...rest } = message;
        await tx.put('message', rest);
      }
    });
  }
}
