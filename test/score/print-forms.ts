// Prints a report for people: every rate with its count and Wilson interval, by field and by site. Leans on rates and tally.
import type { LeftOut } from './leave-out.ts';
import type { Rate, Rates } from './rates.ts';
import type { Report } from './tally.ts';

export function print(title: string, report: Report): void {
  console.log(`\n${title}: ${report.pages} pages, ${report.fields} scored fields`);
  if (report.pages === 0) return;
  heading('recall');
  for (const [label, rates] of Object.entries(report.recall)) line(label, rates);
  heading('precision over labelled fields');
  for (const [label, rates] of Object.entries(report.precision)) line(label, rates);
  heading('units');
  line('log-in id, either', report.loginId);
  line('card fields, all', report.cards);
  line('split groups, whole', report.splitGroups);
  line('intent of e-mail fields', report.emailIntent);
  line('kind of form, a page', report.formKinds);
  heading('what should not be');
  line('e-mail missed or false', report.emailErrors);
  line('new address on log-in', report.newAddressOnLogin);
  line('false card fields', report.falseCards);
  line('false codes', report.falseCodes);
  line('false split groups', report.falseGroups);
  line('look-alikes filled', report.hardNegatives);
  console.log(`hits on unlabelled fields  ${JSON.stringify(report.unlabelledHits)}`);
}

export function printTime({ time }: Report): void {
  console.log('\ntime a verdict, ms         median    p99  worst');
  for (const [what, { median, p99, worst }] of Object.entries(time))
    console.log(
      `${what.padEnd(26)} ${[median, p99, worst].map((ms) => ms.toFixed(1).padStart(6)).join(' ')}`,
    );
}

export function printLeftOut({ report, cues }: LeftOut): void {
  print('each site without the cues that carry verdicts there alone (a floor)', report);
  const share = cues.used > 0 ? Math.round((100 * cues.alone) / cues.used) : 0;
  console.log(
    `${cues.all} cues, ${cues.used} carry verdicts here, ${cues.alone} (${share} %) on one site only`,
  );
}

function heading(what: string): void {
  console.log(`\n${what.padEnd(48)}by field${' '.repeat(18)}by site`);
}

export function line(name: string, { fields, sites }: Rates): void {
  if (fields.of > 0)
    console.log(
      `${name.padEnd(Math.max(26, Math.ceil(name.length / 4) * 4))} ${shown(fields)}   ${shown(sites)}`,
    );
}

/** `hit/of  share [low high]`. */
export function shown({ hit, of, low, high }: Rate): string {
  const count = `${String(hit).padStart(4)}/${String(of).padEnd(4)}`;
  return `${count} ${percent(of ? hit / of : 0)} [${percent(low)} ${percent(high)}]`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)}%`;
}
