// Counts verdicts against labels: recall and precision a role, look-alikes hit, split groups whole, intents of e-mail
// fields, kinds of forms. Leans on labels.ts and rates.ts; pure.
import type { Case, Labelled } from './cases.ts';
import type { Verdict } from './forms-page.ts';
import { INTENT_OF, isLoginLabel, KINDS_OF, LABELS_OF, ROLES_OF } from './labels.ts';
import { Counter, Counters, type Quantiles, quantiles, type Rates } from './rates.ts';

export interface Report {
  pages: number;
  fields: number;
  recall: Record<string, Rates>;
  precision: Record<string, Rates>;
  loginId: Rates;
  /** Of card fields of every kind, those recognised; then of labelled fields taken for one, those that are none. */
  cards: Rates;
  falseCards: Rates;
  /** Of e-mail fields and fields taken for one, those missed or false. */
  emailErrors: Rates;
  emailIntent: Rates;
  newAddressOnLogin: Rates;
  /** Hits are look-alikes that something would have been filled into. */
  hardNegatives: Rates;
  /** Codes seen, a row of boxes as one: hits are those that are none. */
  falseCodes: Rates;
  splitGroups: Rates;
  /** Of pages without split boxes, those where some were seen. */
  falseGroups: Rates;
  formKinds: Rates;
  unlabelledHits: Record<string, number>;
  /** Milliseconds a verdict: reading the page, classifying and planning, both together. */
  time: { snapshot: Quantiles; classify: Quantiles; verdict: Quantiles };
  misses: Miss[];
}

export interface Miss {
  /** What went wrong where; stays the same as long as the verdict does. */
  what: string;
  /** The reasons the verdict gave. */
  why: string;
}

export function tally(cases: readonly Case[], verdicts: ReadonlyMap<string, readonly Verdict[]>): Report {
  const count = {
    recall: new Counters(),
    precision: new Counters(),
    loginId: new Counter(),
    cards: new Counter(),
    falseCards: new Counter(),
    emailErrors: new Counter(),
    falseCodes: new Counter(),
    emailIntent: new Counter(),
    newOnLogin: new Counter(),
    hard: new Counter(),
    split: new Counter(),
    falseGroups: new Counter(),
    kinds: new Counter(),
  };
  const misses: Miss[] = [];
  const miss = (what: string, why: readonly string[] = []): void => {
    misses.push({ what, why: why.join(' ') });
  };
  const unlabelled = new Map<string, number>();
  let fields = 0;
  for (const page of cases) {
    const found = verdicts.get(page.id) ?? [];
    const of = new Map(found.map((verdict) => [verdict.marker, verdict]));
    for (const field of page.fields) fields += judgeField(page, field, of.get(field.marker));
    for (const marker of page.unlabelled) {
      const role = of.get(marker)?.role ?? 'other';
      if (role !== 'other') unlabelled.set(role, (unlabelled.get(role) ?? 0) + 1);
    }
    judgeGroups(page, groupsOf(found));
    const kinds = KINDS_OF[page.page_kind];
    if (!kinds) continue;
    const kind = pageKind(found);
    count.kinds.add(page.group, kinds.has(kind));
    if (!kinds.has(kind)) miss(`kind ${page.page_kind} ← ${kind} ${page.id}`);
  }
  const all = [...verdicts.values()].flat();
  return {
    pages: cases.length,
    fields,
    recall: count.recall.rates(),
    precision: count.precision.rates(),
    loginId: count.loginId.rates(),
    cards: count.cards.rates(),
    falseCards: count.falseCards.rates(),
    emailErrors: count.emailErrors.rates(),
    falseCodes: count.falseCodes.rates(),
    emailIntent: count.emailIntent.rates(),
    newAddressOnLogin: count.newOnLogin.rates(),
    hardNegatives: count.hard.rates(),
    splitGroups: count.split.rates(),
    falseGroups: count.falseGroups.rates(),
    formKinds: count.kinds.rates(),
    unlabelledHits: Object.fromEntries(unlabelled),
    time: {
      snapshot: quantiles(all.map(({ snapshotTime }) => snapshotTime)),
      classify: quantiles(all.map(({ classifyTime }) => classifyTime)),
      verdict: quantiles(all.map(({ snapshotTime, classifyTime }) => snapshotTime + classifyTime)),
    },
    misses: misses.sort((a, b) => a.what.localeCompare(b.what)),
  };

  /** @returns 1 where the field was scored. */
  function judgeField(page: Case, field: Labelled, verdict: Verdict | undefined): 0 | 1 {
    const { label, tags = [], marker } = field;
    const role = verdict?.role ?? 'other';
    const here = `${page.id} ${marker}`;
    const site = page.group;
    if (tags.some((tag) => tag.startsWith('hard_negative'))) {
      count.hard.add(site, role !== 'other');
      if (role !== 'other') miss(`look-alike ${tags.join()} ← ${role} ${here}`, verdict?.because);
    }
    const right = rolesOf(field);
    if (tags.includes('do_not_score') || right === 'skip') return 0;
    const isRight = right.includes(role);
    const family = familyOf(label);
    // Fields the source itself calls user names because their markup says e-mail prove nothing about e-mail.
    const isCircular = label === 'email_login' && field.basis.startsWith('explicit username + e-mail markup');
    if (!isCircular && family !== 'other') count.recall.add(family, site, isRight);
    if (role !== 'other')
      count.precision.add(labelOf(role), site, isRight || (isCircular && role === 'username'));
    countUnits(site, family, role, isRight, isCircular, verdict);
    if (isLoginLabel(label)) count.loginId.add(site, role === 'username' || role === 'email');
    const intent = INTENT_OF[verdict?.form as keyof typeof INTENT_OF] ?? 'other';
    if (label.startsWith('email_') && label !== 'email_unspecified' && role.startsWith('email')) {
      const isIntended = [label, ...(field.accept ?? [])].includes(`email_${intent}`);
      count.emailIntent.add(site, isIntended);
      if (!isIntended) miss(`intent ${label} ← ${verdict?.form} ${here}`, verdict?.formBecause);
    }
    if (/^(?:username_or_email|email_login)$/.test(label))
      count.newOnLogin.add(site, role.startsWith('email') && intent !== 'login');
    if (!isRight) miss(`${label} ← ${role} ${here}`, [...(verdict?.because ?? []), `[${verdict?.form}]`]);
    return 1;
  }

  function countUnits(
    site: string,
    family: string,
    role: string,
    isRight: boolean,
    isCircular: boolean,
    verdict: Verdict | undefined,
  ): void {
    if (family.startsWith('cc_')) count.cards.add(site, isRight);
    if (role.startsWith('card-')) count.falseCards.add(site, !isRight);
    if (!isCircular && (family === 'email' || role.startsWith('email')))
      count.emailErrors.add(site, !isRight);
    // A row of boxes counts once, where it begins.
    if (role === 'code' && (verdict?.group.length ?? 0) < 2) count.falseCodes.add(site, !isRight);
    else if (role === 'code' && verdict?.group[0] === verdict?.marker) count.falseCodes.add(site, !isRight);
  }

  function judgeGroups(page: Case, groups: readonly string[]): void {
    const boxes = page.fields.filter(
      ({ label, tags }) => label === 'otp_split_digit' && !tags?.includes('do_not_score'),
    );
    if (boxes.length === 0) {
      count.falseGroups.add(page.group, groups.length > 0);
      if (groups.length > 0) miss(`false group ${page.id} ${groups.join(' | ')}`);
      return;
    }
    const whole = boxes.map(({ marker }) => marker).join();
    // Two groups on one page are labelled one after the other.
    const isWhole = groups.includes(whole) || groups.join() === whole;
    count.split.add(page.group, isWhole);
    if (!isWhole) miss(`split ${page.id} wanted ${whole} got ${groups.join(' | ')}`);
  }
}

/** @returns the markers of each split code, in order, joined. */
export function groupsOf(found: readonly Verdict[]): string[] {
  return [...new Set(found.filter(({ group }) => group.length > 1).map(({ group }) => group.join()))];
}

/** The kind most of a page's recognised fields stand in; fields in no form of a kind say nothing. */
export function pageKind(found: readonly Verdict[]): string {
  const votes = new Map<string, number>();
  for (const { role, form } of found)
    if (role !== 'other' && form !== 'unknown') votes.set(form, (votes.get(form) ?? 0) + 1);
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'unknown';
}

/** @returns roles that count as right for a label and what else its line accepts. */
export function rolesOf(field: Labelled): readonly string[] | 'skip' {
  const own = ROLES_OF[field.label] ?? 'skip';
  if (own === 'skip') return 'skip';
  const more = (field.accept ?? []).flatMap((label) => {
    const roles = ROLES_OF[label] ?? 'skip';
    return roles === 'skip' ? [] : roles;
  });
  return [...own, ...more];
}

function labelOf(role: string): string {
  return LABELS_OF[role as keyof typeof LABELS_OF] ?? role;
}

function familyOf(label: string): string {
  if (label.startsWith('email_')) return 'email';
  if (label.startsWith('dob')) return 'dob';
  if (label.startsWith('address_') || label === 'name_middle' || label === 'cc_type') return 'other';
  return label;
}
