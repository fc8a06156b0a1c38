// What the user said of fields of this site, asked for once a document. Leans on the asker; while the vault is locked nobody
// knows, so the next look asks again. Never sees another site's rules.

import type { PlainRule } from '../../lib/field-rule.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { PageCalls } from '../../lib/messages/contract.ts';

export interface KnownRules {
  get(): Promise<readonly PlainRule[]>;
  /** The next `get` asks anew. */
  forget(): void;
}

export function knowRules(ask: Ask<PageCalls>): KnownRules {
  let kept: Promise<readonly PlainRule[]> | null = null;
  const request = (): Promise<readonly PlainRule[]> => {
    const asked = ask('page.rules', {}).then(
      ({ rules, known }) => {
        if (!known && kept === asked) kept = null;
        return rules;
      },
      // A worker that gave no answer is asked at the next look; this one goes by recognition alone.
      () => {
        if (kept === asked) kept = null;
        return [];
      },
    );
    return asked;
  };
  return {
    get() {
      kept ??= request();
      return kept;
    },
    forget() {
      kept = null;
    },
  };
}
