// What an organisation must do in Kayle's dashboard before it may ask anyone (contract §4.2): from a refusal's code and hint to
// steps in plain words. Pure; the hint is a server's sentence, so it only adds steps that are known by name.
import type { ErrorDetail } from '../error.ts';

export type SetUpStep =
  | 'business'
  | 'public'
  | 'compliance'
  | 'owner-id'
  | 'terms'
  | 'frozen'
  | 'daily-limit'
  | 'dashboard';

/** Catalogue keys: what to do. */
export const STEPS = {
  business: 'checkStepBusiness',
  public: 'checkStepPublic',
  compliance: 'checkStepCompliance',
  'owner-id': 'checkStepOwnerId',
  terms: 'checkStepTerms',
  frozen: 'checkStepFrozen',
  'daily-limit': 'checkStepDailyLimit',
  dashboard: 'checkStepDashboard',
} as const satisfies Record<SetUpStep, string>;

const OF_REASON: ReadonlyMap<string, SetUpStep> = new Map([
  ['ORGANIZATION_FROZEN', 'frozen'],
  ['RP_TERMS_ACCEPTANCE_REQUIRED', 'terms'],
  ['ORG_NOT_VERIFIED_LIMIT_EXCEEDED', 'daily-limit'],
]);

/** As the hint names them. */
const OF_HINT: readonly (readonly [name: RegExp, step: SetUpStep])[] = [
  [/\bbusiness\b/, 'business'],
  [/\bpublic\b/, 'public'],
  [/\bcompliance\b/, 'compliance'],
  [/\bowner_id\b/, 'owner-id'],
];

/** @param detail of an error `set-up`. @returns at least one step, in the order to be taken */
export function setUpSteps({ reason, said }: Pick<ErrorDetail, 'reason' | 'said'>): SetUpStep[] {
  const known = OF_REASON.get(reason ?? '');
  if (known !== undefined) return [known];
  // Only the list of steps is looked at: the fields named after it have such words in them too.
  const list = /missing onboarding steps?: ([\w, ]+)/i.exec(said ?? '')?.[1] ?? '';
  const steps = OF_HINT.flatMap(([name, step]) => (name.test(list) ? [step] : []));
  return steps.length === 0 ? ['dashboard'] : steps;
}
