// Writes verdicts in the corpus's own words, one line a page. Leans on labels and tally. A field of ours that takes either
// an address or a name is `login_id` there; a field left out counts as other.
import { takesAddress } from '../../lib/fields/reasons.ts';
import type { Case } from './cases.ts';
import type { Verdict } from './forms-page.ts';
import { INTENT_OF, LABELS_OF } from './labels.ts';
import { groupsOf, pageKind } from './tally.ts';

export function predictionLine({ id }: Case, found: readonly Verdict[]): string {
  const fields = found
    .filter(({ role }) => role !== 'other')
    .map((verdict) => {
      const role = roleThere(verdict);
      const intent = INTENT_OF[verdict.form as keyof typeof INTENT_OF];
      return { marker: verdict.marker, role, ...(role === 'email' ? { intent } : {}) };
    });
  const codeGroups = groupsOf(found).map((group) => group.split(','));
  return `${JSON.stringify({ id, fields, codeGroups, formKind: pageKind(found) })}\n`;
}

function roleThere({ role, because }: Verdict): string {
  const takesEither = because.some((reason) => takesAddress(reason) || reason === 'roles:before-password');
  if (role === 'username' && takesEither) return 'login_id';
  return LABELS_OF[role as keyof typeof LABELS_OF] ?? role;
}
