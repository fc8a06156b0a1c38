// The user's word on a field: it finds the field again, is stronger than recognition, and opens nothing that is closed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleMeaning } from '../../../lib/field-rule.ts';
import { classify } from '../../../lib/fields/classify.ts';
import { planField } from '../../../lib/fields/plan.ts';
import { stablePath } from '../../../lib/fields/redact.ts';
import { applyRules, describeField, isField } from '../../../lib/fields/rules.ts';
import { stopOf } from '../../../lib/fields/stop.ts';
import { type ElementDraft, makeBoxes, makePage } from './make.ts';

const BLORP: ElementDraft = { label: 'Blorp', name: 'contactref' };

/** What is planned for the first field of a page after the user spoke of the same field on another visit. */
function spoken(means: RuleMeaning, then: ElementDraft[], now: ElementDraft[] = then, path = '/join') {
  const before = makePage(then, {}, { path });
  const field = describeField(before, 'r1');
  if (!field) throw new Error('no field');
  const page = makePage(now, {}, { path });
  const readings = applyRules(page, classify(page), [{ means, field }]);
  return { planned: planField(readings, 'r1'), stop: stopOf(page, readings, 'r1'), readings };
}

describe('the word of the user', () => {
  it('makes an address field of one that nothing was known of', () => {
    const page = makePage([BLORP]);
    expect(stopOf(page, classify(page), 'r1')).toBe('unsure');
    expect(spoken('email', [BLORP]).planned).toMatchObject({ role: 'email', because: ['by-rule:email'] });
  });

  it('leaves alone what recognition is sure of', () => {
    const mail: ElementDraft = { label: 'E-mail', name: 'email', type: 'email' };
    expect(spoken('never', [mail])).toMatchObject({ planned: null, stop: 'by-rule' });
  });

  it('takes the whole row of one-letter boxes for a code', () => {
    const boxes = makeBoxes(6, { maxLength: 1, name: 'x', label: 'blorp' });
    expect(spoken('code', boxes).planned).toMatchObject({ role: 'code', form: 'code', boxes: 6 });
  });

  it.each(['disabled', 'readOnly'] as const)('opens nothing that is %s', (closed) => {
    expect(spoken('email', [BLORP], [{ ...BLORP, [closed]: true }]).planned).toBeNull();
  });

  it('opens nothing that cannot be seen', () => {
    expect(spoken('email', [BLORP], [{ ...BLORP, seen: 'transparent' }])).toMatchObject({
      planned: null,
      stop: 'hidden',
    });
  });

  it('says nothing of the field beside it', () => {
    const { readings } = spoken('email', [BLORP, { label: 'Grumble', name: 'g' }]);
    expect(readings.fields.map(({ role }) => role)).toEqual(['email', 'other']);
  });
});

describe('the description of a field', () => {
  const of = (element: ElementDraft, path = '/') => describeField(makePage([element], {}, { path }), 'r1');

  it('survives new serial numbers, long tokens and growth of the form', () => {
    const one = of({ label: 'Blorp', id: 'field-12-a8f3e9c1b2' }, '/orders/4711/edit');
    const two = of({ label: 'Blorp', id: 'field-12-77aa01ee99' }, '/orders/4712/edit');
    expect(one && two && isField(one, two)).toBe(true);
    const grown = makePage([{ label: 'New' }, BLORP]);
    expect(describeField(grown, 'r2')).toEqual(describeField(makePage([BLORP]), 'r1'));
  });

  it('goes by place where there is neither name nor label', () => {
    const page = makePage([{}, {}]);
    expect(describeField(page, 'r1')).not.toEqual(describeField(page, 'r2'));
  });

  it('tells another page, type, name or label apart', () => {
    const known = of(BLORP);
    for (const other of [
      of(BLORP, '/elsewhere'),
      of({ ...BLORP, type: 'tel' }),
      of({ ...BLORP, name: 'other' }),
      of({ ...BLORP, label: 'Other' }),
    ])
      expect(known && other && isField(known, other)).toBe(false);
  });

  it('holds no address, no number and no long token, whatever the page writes', () => {
    const secret = fc.constantFrom('maria@mail.example', '4111111111111111', '+49 30 901820', 'x'.repeat(60));
    const text = fc.tuple(fc.string({ maxLength: 12 }), secret).map(([before, it]) => `${before} ${it}`);
    fc.assert(
      fc.property(text, secret, (label, it) => {
        const found = JSON.stringify(of({ label, name: label }, `/${it}/x`));
        expect(found).not.toMatch(/maria@|41111|901820|x{49}/);
      }),
    );
  });

  it('keeps the shape of a path only', () => {
    expect(stablePath('/orders/4711/edit')).toBe('/orders/#/edit');
    expect(stablePath('/a#token=abc')).toBe('/a');
    expect(stablePath('/app#/sign-up/2024')).toBe('/app#/sign-up/#');
  });
});
