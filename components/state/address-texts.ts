// The texts of an address while they are edited: a draft that follows the record where nobody typed, and what came from elsewhere
// behind something typed, so that saving replaces nothing unseen. Leans on draft.ts.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SEALED_FIELDS } from '../../lib/forwarding.ts';
import type { Address } from '../../lib/model.ts';
import { type Draft, useDraft } from './draft.ts';

const textsOf = ({ label, note, site, persona }: Address) => ({
  label,
  note,
  site: site ?? '',
  name: persona?.name ?? '',
});
export type Texts = ReturnType<typeof textsOf>;

export function useTexts(address: Address): {
  draft: Draft<Texts>;
  /** Newer texts from elsewhere that saving would replace. */
  met: Partial<Texts>;
} {
  const kept = textsOf(address);
  const key = JSON.stringify(kept);
  const draft = useDraft(`address.${address.id}`, kept);
  const seen = useRef(kept);
  const typed = useRef(draft.value);
  typed.current = draft.value;
  const [met, setMet] = useState<Partial<Texts>>({});
  const { follow } = draft;
  useLayoutEffect(() => {
    const before = seen.current;
    const next = JSON.parse(key) as Texts;
    seen.current = next;
    const behind = SEALED_FIELDS.filter(
      (field) =>
        next[field] !== before[field] && ![before[field], next[field]].includes(typed.current[field]),
    );
    if (behind.length > 0)
      setMet((known) => ({ ...known, ...Object.fromEntries(behind.map((field) => [field, next[field]])) }));
    follow(next);
  }, [key, follow]);
  return { draft, met: draft.dirty ? met : {} };
}
