// The texts of an address while they are edited: a draft that follows the record where nobody typed, and what came from elsewhere
// behind something typed, so that saving replaces nothing unseen; also where the popup was closed in between. Leans on draft.ts.
import { useLayoutEffect } from 'preact/hooks';
import { SEALED_FIELDS, type SealedField } from '../../lib/forwarding.ts';
import type { Address } from '../../lib/model.ts';
import { type Draft, useDraft } from './draft.ts';

const textsOf = ({ label, note, site, persona }: Address) => ({
  label,
  note,
  site: site ?? '',
  name: persona?.name ?? '',
  /** What label and note were when somebody began to type over them, behind a `=`; empty where nobody did. */
  labelWas: '',
  noteWas: '',
});
export type Texts = ReturnType<typeof textsOf>;

const WAS = { label: 'labelWas', note: 'noteWas' } as const satisfies Record<SealedField, keyof Texts>;

export interface AddressTexts {
  draft: Draft<Texts>;
  /** Newer texts from elsewhere that saving would replace. */
  met: Partial<Record<SealedField, string>>;
}

export function useTexts(address: Address): AddressTexts {
  const kept = textsOf(address);
  const key = JSON.stringify(kept);
  const { set, ...draft } = useDraft(`address.${address.id}`, kept);
  const { follow, value } = draft;
  useLayoutEffect(() => follow(JSON.parse(key) as Texts), [key, follow]);
  const edit = (change: Partial<Texts>): void => {
    const next = { ...value, ...change };
    const was = (field: SealedField): string =>
      next[field] === kept[field] ? '' : value[WAS[field]] || `=${kept[field]}`;
    set({ ...change, labelWas: was('label'), noteWas: was('note') });
  };
  const met = SEALED_FIELDS.filter((field) => {
    const was = value[WAS[field]];
    const now = kept[field];
    return was !== '' && was !== `=${now}` && value[field] !== now;
  });
  return {
    draft: { ...draft, set: edit },
    met: Object.fromEntries(met.map((field) => [field, kept[field]])),
  };
}
