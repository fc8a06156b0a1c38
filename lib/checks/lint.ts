// Looks over a draft before it is sent: what the service would refuse, and what asks for more than the purpose needs. Pure. A
// table of rules; each finding names the claim it is about and the catalogue key of its words. Nothing is changed here.
import { ageOf, isAgeClaim, isStaticClaim, MOST_CLAIMS } from './claims.ts';
import { type CheckDraft, canonicalClaim, type DraftClaim, MOST_REASON, normalReason } from './draft.ts';
import { isVague } from './reason.ts';
import { redirectTrouble } from './redirect.ts';

export const RULES = {
  'nothing-asked': { severity: 'refused', words: 'checkLintNothingAsked' },
  'too-many-claims': { severity: 'refused', words: 'checkLintTooManyClaims' },
  'unknown-claim': { severity: 'refused', words: 'checkLintUnknownClaim' },
  'bad-age': { severity: 'refused', words: 'checkLintBadAge' },
  'two-ages': { severity: 'refused', words: 'checkLintTwoAges' },
  'asked-twice': { severity: 'refused', words: 'checkLintAskedTwice' },
  'reason-missing': { severity: 'refused', words: 'checkLintReasonMissing' },
  'reason-long': { severity: 'refused', words: 'checkLintReasonLong' },
  'reason-control': { severity: 'refused', words: 'checkLintReasonControl' },
  'redirect-invalid': { severity: 'refused', words: 'checkLintRedirectInvalid' },
  'redirect-http': { severity: 'refused', words: 'checkLintRedirectHttp' },
  'redirect-credentials': { severity: 'refused', words: 'checkLintRedirectCredentials' },
  'redirect-long': { severity: 'refused', words: 'checkLintRedirectLong' },
  'too-many-endpoints': { severity: 'refused', words: 'checkLintTooManyEndpoints' },
  'redirect-loopback': { severity: 'warning', words: 'checkLintRedirectLoopback' },
  'reason-vague': { severity: 'warning', words: 'checkLintReasonVague' },
  'birth-date': { severity: 'warning', words: 'checkLintBirthDate' },
  'birth-date-and-age': { severity: 'warning', words: 'checkLintBirthDateAndAge' },
  'rarely-needed': { severity: 'warning', words: 'checkLintRarelyNeeded' },
  'always-empty': { severity: 'warning', words: 'checkLintAlwaysEmpty' },
  'much-asked': { severity: 'warning', words: 'checkLintMuchAsked' },
  'no-endpoint': { severity: 'warning', words: 'checkLintNoEndpoint' },
  'no-active-key': { severity: 'warning', words: 'checkLintNoActiveKey' },
} as const satisfies Record<string, { severity: 'refused' | 'warning'; words: string }>;
export type Rule = keyof typeof RULES;

export interface Finding {
  rule: Rule;
  /** The claim it is about; null where it is about the whole. */
  claim: string | null;
}

/** What the rules need to know of the account; absent members are not judged. */
export interface LintContext {
  /** Endpoints that could get the answer, and whether each has an active key. */
  endpoints?: readonly { remoteId: string; enabled: boolean; hasActiveKey: boolean }[];
}

/** More claims of a person's identity than nearly any purpose needs. */
const MUCH = 5;
const MOST_ENDPOINTS = 25;
const RARELY_NEEDED: ReadonlySet<string> = new Set(['document_number', 'mrz_optional_data', 'sex_marker']);

/** C0, C1 and what turns the direction of text: a consent screen would show something else than was written. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const BLANK = /[\t\n\r]/g;

/** @returns what was found, the refused first; an empty list is a draft that can be sent without a second thought */
export function lint(draft: CheckDraft, context: LintContext = {}): Finding[] {
  const found = [
    ...ofWhole(draft),
    ...draft.claims.flatMap((claim) => [...ofClaim(claim, draft.claims)]),
    ...ofRedirect(draft.redirectUrl),
    ...ofEndpoints(draft.endpointIds, context),
  ];
  const place = ({ rule }: Finding): number => (RULES[rule].severity === 'refused' ? 0 : 1);
  return found.sort((a, b) => place(a) - place(b));
}

/** Whether a draft may be sent at all. */
export function canSend(findings: readonly Finding[]): boolean {
  return findings.every(({ rule }) => RULES[rule].severity !== 'refused');
}

function* ofWhole({ claims }: CheckDraft): Generator<Finding> {
  const whole = (rule: Rule): Finding => ({ rule, claim: null });
  const keys = claims.map(({ claim }) => canonicalClaim(claim));
  if (keys.length === 0) yield whole('nothing-asked');
  if (keys.length > MOST_CLAIMS) yield whole('too-many-claims');
  if (new Set(keys.filter(isAgeClaim)).size > 1) yield whole('two-ages');
  const personal = keys.filter((claim) => isStaticClaim(claim) && !claim.startsWith('kayle_'));
  if (personal.length >= MUCH) yield whole('much-asked');
}

function* ofClaim(one: DraftClaim, all: readonly DraftClaim[]): Generator<Finding> {
  const claim = canonicalClaim(one.claim);
  const of = (rule: Rule): Finding => ({ rule, claim: one.claim });
  if (isAgeClaim(claim) && ageOf(claim) === null) yield of('bad-age');
  else if (!isAgeClaim(claim) && !isStaticClaim(claim)) yield of('unknown-claim');
  const first = all.find((other) => canonicalClaim(other.claim) === claim);
  if (first !== one) yield of('asked-twice');
  yield* ofReason(one, of);
  if (claim === 'date_of_birth')
    yield of(all.some((other) => ageOf(other.claim) !== null) ? 'birth-date-and-age' : 'birth-date');
  if (RARELY_NEEDED.has(claim)) yield of('rarely-needed');
  if (claim === 'kayle_human_id') yield of('always-empty');
}

function* ofReason({ reason, claim }: DraftClaim, of: (rule: Rule) => Finding): Generator<Finding> {
  if (CONTROL.test(reason.replace(BLANK, ' '))) yield of('reason-control');
  if (normalReason(reason) === '') yield of('reason-missing');
  else if (reason.length > MOST_REASON) yield of('reason-long');
  else if (isVague(reason, claim)) yield of('reason-vague');
}

function* ofRedirect(redirectUrl: string): Generator<Finding> {
  const rule = redirectTrouble(redirectUrl);
  if (rule !== null) yield { rule, claim: null };
}

function* ofEndpoints(chosen: readonly string[], { endpoints }: LintContext): Generator<Finding> {
  if (new Set(chosen).size > MOST_ENDPOINTS) yield { rule: 'too-many-endpoints', claim: null };
  if (endpoints === undefined) return;
  const able = endpoints.filter(
    ({ remoteId, enabled }) => enabled && (chosen.length === 0 || chosen.includes(remoteId)),
  );
  if (able.length === 0) yield { rule: 'no-endpoint', claim: null };
  else if (!able.some(({ hasActiveKey }) => hasActiveKey)) yield { rule: 'no-active-key', claim: null };
}
