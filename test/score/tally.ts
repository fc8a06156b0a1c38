// Counts verdicts against labels: recall and precision a role, look-alikes hit, split groups whole, intents of e-mail
// fields. Leans on labels.ts; pure, so that the counting itself can be tested.
import type { Verdict } from './forms-page.ts';
import { INTENT_OF, LABELS_OF, ROLES_OF } from './labels.ts';

export interface Case {
  id: string;
  file: string;
  group: string;
  fidelity: string;
  page_kind: string;
  page_url?: string;
  page_title?: string;
  fields: { marker: string; label: string; basis: string; accept?: string[]; tags?: string[] }[];
  unlabelled: string[];
}

export interface Rate {
  hit: number;
  of: number;
  /** Wilson 95 % interval. */
  low: number;
  high: number;
}

export interface Report {
  pages: number;
  fields: number;
  recall: Record<string, Rate>;
  precision: Record<string, Rate>;
  loginId: Rate;
  emailIntent: Rate;
  newAddressOnLogin: Rate;
  hardNegatives: { touched: number; of: number; which: string[] };
  splitGroups: Rate;
  falseGroups: number;
  unlabelledHits: Record<string, number>;
  time: { snapshot: { median: number; p99: number }; classify: { median: number; p99: number } };
  misses: string[];
}

interface Counter {
  hit: number;
  of: number;
}

export function tally(cases: readonly Case[], verdicts: ReadonlyMap<string, readonly Verdict[]>): Report {
  const recall = new Map<string, Counter>();
  const precision = new Map<string, Counter>();
  const loginId: Counter = { hit: 0, of: 0 };
  const emailIntent: Counter = { hit: 0, of: 0 };
  const newOnLogin: Counter = { hit: 0, of: 0 };
  const split: Counter = { hit: 0, of: 0 };
  const misses: string[] = [];
  const touched: string[] = [];
  const unlabelled = new Map<string, number>();
  let hard = 0;
  let fields = 0;
  let falseGroups = 0;
  for (const page of cases) {
    const found = new Map((verdicts.get(page.id) ?? []).map((verdict) => [verdict.marker, verdict]));
    for (const field of page.fields) {
      const verdict = found.get(field.marker);
      const role = verdict?.role ?? 'other';
      const tags = field.tags ?? [];
      if (tags.some((tag) => tag.startsWith('hard_negative'))) {
        hard += 1;
        if (role !== 'other')
          touched.push(`${page.id} ${field.marker} ${tags.join()} → ${role} ${verdict?.because.join(' ')}`);
      }
      const right = rolesOf(field);
      if (tags.includes('do_not_score') || right === 'skip') continue;
      fields += 1;
      const isRight = right.includes(role as never);
      const label = familyOf(field.label);
      const isCircular =
        field.label === 'email_login' && field.basis.startsWith('explicit username + e-mail markup');
      if (!isCircular && label !== 'other')
        count(recall, field.label === 'otp_split_digit' ? 'otp_split_digit' : label, isRight);
      if (role !== 'other') {
        const named = LABELS_OF[role as keyof typeof LABELS_OF];
        count(precision, named, isRight || (isCircular && role === 'username'));
      }
      if (/^(?:username|username_or_email|email_login|login_id)$/.test(field.label)) {
        add(loginId, role === 'username' || role === 'email');
      }
      if (
        field.label.startsWith('email_') &&
        field.label !== 'email_unspecified' &&
        role.startsWith('email')
      ) {
        const intent = INTENT_OF[verdict?.form as keyof typeof INTENT_OF];
        add(emailIntent, field.label === `email_${intent}`);
        if (field.label !== `email_${intent}`)
          misses.push(
            `intent ${field.label} ← ${verdict?.form} ${page.id} ${field.marker} ${verdict?.formBecause.join(' ')}`,
          );
      }
      if (/^(?:username_or_email|email_login)$/.test(field.label)) {
        add(newOnLogin, role === 'email' && INTENT_OF[verdict?.form as keyof typeof INTENT_OF] !== 'login');
      }
      if (!isRight)
        misses.push(
          `${field.label} ← ${role} ${page.id} ${field.marker} ${verdict?.because.join(' ')} [${verdict?.form}: ${verdict?.formBecause.join(' ')}]`,
        );
    }
    for (const marker of page.unlabelled) {
      const role = found.get(marker)?.role ?? 'other';
      if (role !== 'other') unlabelled.set(role, (unlabelled.get(role) ?? 0) + 1);
    }
    const boxes = page.fields.filter(
      ({ label, tags }) => label === 'otp_split_digit' && !tags?.includes('do_not_score'),
    );
    const groups = [
      ...new Map(
        [...found.values()].filter(({ group }) => group.length > 1).map(({ group }) => [group.join(), group]),
      ).keys(),
    ];
    if (boxes.length > 0) {
      const whole = boxes.map(({ marker }) => marker).join();
      // Two groups on one page are labelled one after the other.
      const isWhole = groups.includes(whole) || groups.join() === whole;
      add(split, isWhole);
      if (!isWhole) misses.push(`split ${page.id} wanted ${whole} got ${groups.join(' | ')}`);
    } else falseGroups += groups.length;
    if (boxes.length === 0 && groups.length > 0) misses.push(`false group ${page.id} ${groups.join(' | ')}`);
  }
  const all = [...verdicts.values()].flat();
  return {
    pages: cases.length,
    fields,
    recall: rates(recall),
    precision: rates(precision),
    loginId: rate(loginId),
    emailIntent: rate(emailIntent),
    newAddressOnLogin: rate(newOnLogin),
    hardNegatives: { touched: touched.length, of: hard, which: touched },
    splitGroups: rate(split),
    falseGroups,
    unlabelledHits: Object.fromEntries(unlabelled),
    time: {
      snapshot: quantiles(all.map(({ snapshotTime }) => snapshotTime)),
      classify: quantiles(all.map(({ classifyTime }) => classifyTime)),
    },
    misses,
  };
}

function rolesOf(field: Case['fields'][number]): readonly string[] | 'skip' {
  const own = ROLES_OF[field.label] ?? 'skip';
  if (own === 'skip') return 'skip';
  const more = (field.accept ?? []).flatMap((label) => {
    const roles = ROLES_OF[label] ?? 'skip';
    return roles === 'skip' ? [] : roles;
  });
  return [...own, ...more];
}

function familyOf(label: string): string {
  if (label.startsWith('email_')) return 'email';
  if (label.startsWith('dob')) return 'dob';
  if (label.startsWith('address_') || label === 'name_middle' || label === 'cc_type') return 'other';
  return label;
}

function count(counters: Map<string, Counter>, key: string, hit: boolean): void {
  const counter = counters.get(key) ?? { hit: 0, of: 0 };
  add(counter, hit);
  counters.set(key, counter);
}

function add(counter: Counter, hit: boolean): void {
  counter.of += 1;
  if (hit) counter.hit += 1;
}

function rates(counters: ReadonlyMap<string, Counter>): Record<string, Rate> {
  return Object.fromEntries(
    [...counters].sort(([a], [b]) => a.localeCompare(b)).map(([key, counter]) => [key, rate(counter)]),
  );
}

/** Wilson score interval, z = 1.96. */
export function rate({ hit, of }: Counter): Rate {
  if (of === 0) return { hit, of, low: 0, high: 1 };
  const z = 1.96;
  const p = hit / of;
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return { hit, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function quantiles(times: readonly number[]): { median: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

export function print(report: Report, withMisses: boolean): void {
  const line = (name: string, { hit, of, low, high }: Rate): void =>
    console.log(
      `${name.padEnd(26)} ${String(hit).padStart(4)}/${String(of).padEnd(4)} ${percent(of ? hit / of : 0)}  [${percent(low)} ${percent(high)}]`,
    );
  console.log(`${report.pages} pages, ${report.fields} scored fields\n\nrecall`);
  for (const [label, value] of Object.entries(report.recall)) line(label, value);
  console.log('\nprecision over labelled fields');
  for (const [label, value] of Object.entries(report.precision)) line(label, value);
  console.log('');
  line('log-in id, either', report.loginId);
  line('intent of e-mail fields', report.emailIntent);
  line('new address on log-in', report.newAddressOnLogin);
  line('split groups, whole', report.splitGroups);
  console.log(`false split groups         ${report.falseGroups}`);
  console.log(`look-alikes touched        ${report.hardNegatives.touched}/${report.hardNegatives.of}`);
  for (const which of report.hardNegatives.which) console.log(`  ${which}`);
  console.log(`hits on unlabelled         ${JSON.stringify(report.unlabelledHits)}`);
  const { snapshot, classify } = report.time;
  console.log(
    `time a verdict, ms         snapshot ${snapshot.median.toFixed(2)} (p99 ${snapshot.p99.toFixed(2)}), classify ${classify.median.toFixed(2)} (p99 ${classify.p99.toFixed(2)})`,
  );
  if (withMisses) console.log(`\n${report.misses.sort().join('\n')}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)}%`;
}
