// @vitest-environment jsdom
// The ratchet of recognition: patterns met on the web, reduced and rewritten, with what each control and form is. Known
// misses stand in ratchet.json; a new miss fails, and so does a listed one that now works or fails in another way.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { takeSnapshot } from '../../../lib/fields/snapshot.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/fields/patterns');
const known = JSON.parse(readFileSync(join(FOLDER, 'ratchet.json'), 'utf8')) as Record<string, string>;

/** jsdom lays nothing out: a box is as wide as what may be typed into it, a line below the one before. */
beforeAll(() => {
  Element.prototype.getBoundingClientRect = function box() {
    const limit = Number(this.getAttribute('maxlength') ?? 30);
    const at = [...document.querySelectorAll('*')].indexOf(this);
    return new DOMRect(10, 40 * at, limit === 1 ? 40 : 300, 36);
  };
});

/** What is expected of one pattern is taken out of it before recognition looks. */
function take(element: Element, attribute: string): string | null {
  const value = element.getAttribute(attribute);
  element.removeAttribute(attribute);
  return value;
}

function judge(template: HTMLTemplateElement): Record<string, { is: string; should: string }> {
  document.documentElement.lang = template.lang;
  document.body.replaceChildren(template.content.cloneNode(true));
  const fields = [...document.querySelectorAll<HTMLElement>('[expect]')].map((element) => ({
    element,
    should: take(element, 'expect') ?? '',
  }));
  const form = document.querySelector('form');
  const kind = form ? take(form, 'kind') : null;
  const place = { path: template.getAttribute('path') ?? '/', title: template.title };
  const verdicts: Record<string, { is: string; should: string }> = {};
  for (const [at, { element, should }] of fields.entries()) {
    const { page, focused } = takeSnapshot(element);
    const readings = classify({ ...page, ...place });
    const is = readings.fields.find(({ ref }) => ref === focused)?.role ?? 'other';
    verdicts[`${template.id} ${at + 1}`] = { is, should };
    if (kind) verdicts[`${template.id} form`] = { is: readings.forms[0]?.kind ?? 'unknown', should: kind };
  }
  return verdicts;
}

const templates = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .flatMap((file) => {
    const holder = document.createElement('div');
    holder.innerHTML = readFileSync(join(FOLDER, file), 'utf8');
    return [...holder.querySelectorAll('template')];
  });

it.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const surprises = Object.entries(judge(template)).flatMap(([id, { is, should }]) => {
    const listed = known[id];
    if (is === (listed ?? should)) return [];
    return [is === should ? `${id} works now: take it off the list` : `${id} is ${is}, should be ${should}`];
  });
  expect(surprises).toEqual([]);
});

it('every listed miss is of a pattern that exists', () => {
  const ids = new Set(templates.map(({ id }) => id));
  expect(Object.keys(known).filter((id) => !ids.has(id.split(' ')[0] ?? ''))).toEqual([]);
});
