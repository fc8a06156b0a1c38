// How recognition would do on a site whose own words it had never been taught: each site is judged without the cues that
// carry a right verdict there and nowhere else. Leans on recognition.ts, bundled once and loaded afresh for each site. Words
// of a language that has one site in the index are forgotten with it, so the figures are a floor, not an estimate.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Case } from './cases.ts';
import type { Reading, Verdict } from './forms-page.ts';
import type * as Recognition from './recognition.ts';
import { type Report, rolesOf, tally } from './tally.ts';

export interface LeftOut {
  report: Report;
  /** Cues there are, those that carry a right verdict of the index, those that do on one site only. */
  cues: { all: number; used: number; alone: number };
}

type Readings = ReadonlyMap<string, readonly Reading[]>;

export async function leaveOut(cases: readonly Case[], readings: Readings): Promise<LeftOut> {
  const folder = await mkdtemp(join(tmpdir(), 'leave-out-'));
  try {
    const load = await bundle(folder);
    const whole = await load();
    const sitesOf = new Map<string, Set<string>>();
    for (const page of cases)
      for (const verdict of judge(whole, readings.get(page.id) ?? []))
        for (const cue of carried(page, verdict)) {
          const sites = sitesOf.get(cue) ?? new Set();
          sitesOf.set(cue, sites.add(page.group));
        }
    const all = whole.allCues();
    const used = [...sitesOf].filter(([cue]) => all.has(cue));
    const alone = used.filter(([, sites]) => sites.size === 1);
    const verdicts = new Map<string, Verdict[]>();
    for (const site of new Set(cases.map(({ group }) => group))) {
      const own = new Set(alone.filter(([, sites]) => sites.has(site)).map(([cue]) => cue));
      const taught = own.size > 0 ? await load() : whole;
      if (own.size > 0) taught.forget(own);
      for (const { id, group } of cases)
        if (group === site) verdicts.set(id, judge(taught, readings.get(id) ?? []));
    }
    return {
      report: tally(cases, verdicts),
      cues: { all: all.size, used: used.length, alone: alone.length },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Cues of a verdict that is right, and of the kind of its form, as the tables have them. */
function carried({ fields }: Case, verdict: Verdict): string[] {
  const field = fields.find(({ marker }) => marker === verdict.marker);
  const right = field ? rolesOf(field) : 'skip';
  if (right === 'skip' || !right.includes(verdict.role) || verdict.role === 'other') return [];
  return [...verdict.because, ...verdict.formBecause].map((reason) =>
    reason.slice(reason.indexOf(':') + 1).replaceAll(' ', ''),
  );
}

function judge({ classify, planField }: typeof Recognition, readings: readonly Reading[]): Verdict[] {
  return readings.map(({ marker, focused, page, markers }) => {
    const found = classify(page);
    const field = found.fields.find(({ ref }) => ref === focused);
    const form = found.forms.find(({ refs }) => refs.includes(focused));
    return {
      marker,
      role: field?.role ?? 'other',
      form: form?.kind ?? 'unknown',
      eligible: field?.eligible ?? false,
      offered: planField(found, focused) !== null,
      because: field?.because ?? [],
      formBecause: form?.because ?? [],
      group: (field?.group ?? []).flatMap((ref) => markers[ref] ?? []),
      snapshotTime: 0,
      classifyTime: 0,
    };
  });
}

async function bundle(folder: string): Promise<() => Promise<typeof Recognition>> {
  const file = join(folder, 'recognition.mjs');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'recognition.ts'),
        formats: ['es'],
        fileName: () => 'recognition.mjs',
      },
    },
  });
  let copies = 0;
  return async () => {
    copies += 1;
    return (await import(`${file}?copy=${copies}`)) as typeof Recognition;
  };
}
