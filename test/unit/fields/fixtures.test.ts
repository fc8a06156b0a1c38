// @vitest-environment jsdom
// Pages that people exported because something about them was not recognised: each field means what its label says. New
// cases come by `npm run fixture -- FILE.html`; what a style sheet decides is left to the browsers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { takeSnapshot } from '../../../lib/fields/snapshot.ts';
import type { Case } from '../../score/cases.ts';
import { ROLES_OF } from '../../score/labels.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/fields');
const cases = readFileSync(join(FOLDER, 'index.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);

describe.each(cases)('$id', (page) => {
  const html = readFileSync(join(FOLDER, page.file), 'utf8');
  test.each(page.fields)('$marker is $label', ({ marker, label, accept = [] }) => {
    document.documentElement.innerHTML = html;
    const element = document.querySelector<HTMLElement>(marker);
    if (!element) throw new Error(`no ${marker}`);
    const { page: snapshot, focused } = takeSnapshot(element);
    const url = new URL(page.page_url ?? 'https://page.test/');
    const placed = { ...snapshot, path: url.pathname, title: page.page_title ?? '' };
    const role = classify(placed).fields.find(({ ref }) => ref === focused)?.role;
    const right = [label, ...accept].flatMap((one) => ROLES_OF[one] ?? []);
    expect(right).toContain(role);
  });
});
