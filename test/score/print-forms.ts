// Prints a report for people: every rate with its count and interval, by field and by site. Leans on rates and tally.
import type { Rate, Rates } from './rates.ts';
import type { Report } from './tally.ts';

export function print(title: string, report: Report): void {
  console.log(`\n${title}: ${report.pages} pages, ${report.fields} scored fields`);
  heading('recall');
  for (const [label, rates] of Object.entries(report.recall)) line(label, rates);
  heading('precision over labelled fields');
  for (const [label, rates] of Object.entries(report.precision)) line(label, rates);
  heading('units');
  line('log-in id, either', report.loginId);
  line('intent of e-mail fields', report.emailIntent);
  line('new address on log-in', report.newAddressOnLogin);
  line('split groups, whole', report.splitGroups);
  line('false split groups', report.falseGroups);
  line('look-alikes filled', report.hardNegatives);
  line('kind of form, a page', report.formKinds);
  console.log(`hits on unlabelled fields  ${JSON.stringify(report.unlabelledHits)}`);
}

export function printTime({ time: { snapshot, classify } }: Report): void {
  console.log(
    `\ntime a verdict, ms         snapshot ${snapshot.median.toFixed(2)} (p99 ${snapshot.p99.toFixed(2)}), ` +
      `classify and plan ${classify.median.toFixed(2)} (p99 ${classify.p99.toFixed(2)})`,
  );
}

function heading(what: string): void {
  console.log(`\n${what.padEnd(48)}by field${' '.repeat(18)}by site`);
}

function line(name: string, { fields, sites }: Rates): void {
  if (fields.of > 0) console.log(`${name.padEnd(26)} ${shown(fields)}   ${shown(sites)}`);
}

function shown({ hit, of, low, high }: Rate): string {
  const count = `${String(hit).padStart(4)}/${String(of).padEnd(4)}`;
  return `${count} ${percent(of ? hit / of : 0)} [${percent(low)} ${percent(high)}]`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)}%`;
}
