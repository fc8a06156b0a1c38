// A check being put together, as it is kept while the popup may close: flat, its claims as one text. Leans on draft.ts and valibot; a
// draft written by another version that no longer reads is an empty one.
import * as v from 'valibot';
import type { OwnTemplate } from '../../lib/check-template.ts';
import { ageOf, isAgeClaim } from '../../lib/checks/claims.ts';
import type { DraftClaim } from '../../lib/checks/draft.ts';
import { claimsOf, TEMPLATES, type TemplateId } from '../../lib/checks/templates.ts';
import { t } from '../../lib/i18n.ts';
import { useDraft } from './draft.ts';

const claimsShape = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ claim: v.string(), required: v.boolean(), reason: v.string() })),
);

const EMPTY = { accountId: '', whom: '', claims: '[]', redirectUrl: '', endpoints: '[]' };

const idsShape = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** An age to begin with where a template leaves it open. */
const FIRST_AGE = 16;

export function useCheckDraft() {
  const { value, ready, set, clear } = useDraft('check.new', EMPTY);
  const read = v.safeParse(claimsShape, value.claims);
  const claims: DraftClaim[] = read.success ? read.output : [];
  const chosen = v.safeParse(idsShape, value.endpoints);
  const write = (next: readonly DraftClaim[]): void => set({ claims: JSON.stringify(next) });
  return {
    ready,
    whom: value.whom,
    redirectUrl: value.redirectUrl,
    accountId: value.accountId,
    claims,
    endpointIds: chosen.success ? chosen.output : [],
    set,
    clear,
    /** Puts a template's claims in place of all. */
    begin: (id: TemplateId): void => write(templateClaims(id)),
    /** The same by a template of the user's own. */
    beginWith: ({ claims: kept, redirectUrl }: Pick<OwnTemplate, 'claims' | 'redirectUrl'>): void =>
      set({ claims: JSON.stringify(kept), redirectUrl }),
    /** Where the answer goes; none for every endpoint that subscribes. */
    sendTo: (ids: readonly string[]): void => set({ endpoints: JSON.stringify(ids) }),
    add: (claim: string): void => write([...claims, { claim, required: true, reason: '' }]),
    drop: (index: number): void => write(claims.filter((_, at) => at !== index)),
    change: (index: number, change: Partial<DraftClaim>): void =>
      write(claims.map((one, at) => (at === index ? { ...one, ...change } : one))),
  };
}
export type CheckDraftState = ReturnType<typeof useCheckDraft>;

function templateClaims(id: TemplateId): DraftClaim[] {
  const { reason } = TEMPLATES[id];
  return claimsOf(id, FIRST_AGE).map((claim) => ({ claim, required: true, reason: t(reason) }));
}

/** @returns the digits of an age claim as they stand, possible or not; null for what asks for no age */
export function ageText(claim: string): string | null {
  return isAgeClaim(claim) ? String(ageOf(claim) ?? claim.slice('age_over_'.length)) : null;
}

/** @param typed anything; digits alone are kept, and whether they are an age is for the linter to say */
export function ageOfText(typed: string): string {
  return `age_over_${typed.replace(/\D/g, '').slice(0, 3)}`;
}
