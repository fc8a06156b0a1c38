// The quick look at a record and valibot's own must agree: on sound records of every kind, and on what damage, or another version of
// ourselves, may make of them. Sound records are drawn from the schemas themselves.
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lookOf } from '../../../lib/vault/look.ts';
import { SHAPES } from '../../../lib/vault/shapes.ts';

const OPTIONAL = ['exact_optional', 'optional', 'nullish'];

/** What of a schema these arbitraries read. */
interface Described {
  type: string;
  entries?: Record<string, Described>;
  wrapped?: Described;
  item?: Described;
  options?: readonly (Described | string)[];
  literal?: unknown;
}

/** A value of a schema; what is not known here is drawn as anything. */
function soundOf(schema: Described): fc.Arbitrary<unknown> {
  const { entries = {}, wrapped, item, options = [], literal } = schema;
  const inner = (of: Described | undefined) => (of ? soundOf(of) : fc.anything());
  const table: Record<string, () => fc.Arbitrary<unknown>> = {
    string: () => fc.string({ maxLength: 8 }),
    number: () => fc.oneof(fc.integer(), fc.double()),
    boolean: () => fc.boolean(),
    literal: () => fc.constant(literal),
    picklist: () => fc.constantFrom(...options),
    nullable: () => fc.option(inner(wrapped)),
    exact_optional: () => inner(wrapped),
    array: () => fc.array(inner(item), { maxLength: 3 }),
    object: () =>
      fc.record(Object.fromEntries(Object.entries(entries).map(([name, one]) => [name, soundOf(one)])), {
        requiredKeys: Object.keys(entries).filter((name) => !OPTIONAL.includes(entries[name]?.type ?? '')),
      }),
    variant: () =>
      fc.oneof(...options.map((one) => (typeof one === 'string' ? fc.constant(one) : soundOf(one)))),
  };
  return (table[schema.type] ?? (() => fc.anything()))();
}

/** One member anywhere in it replaced, left out or added. */
function damaged(value: unknown, [way, other, depth]: readonly [number, unknown, number]): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return other;
  if (Array.isArray(value))
    return [...value.slice(0, way % 3), damaged(value[0], [way + 3, other, depth - 1])];
  const copy: Record<string, unknown> = { ...value };
  const names = Object.keys(copy);
  const name = names[way % Math.max(1, names.length)];
  if (name === undefined || way % 5 === 0) copy[`x${way}`] = other;
  else if (way % 5 === 1) delete copy[name];
  else if (way % 5 === 2) copy[name] = undefined;
  else copy[name] = damaged(copy[name], [way + 3, other, depth - 1]);
  return copy;
}

const damage = fc.tuple(fc.nat(40), fc.anything(), fc.nat(3));

test.each(Object.entries(SHAPES))('%s: as valibot sees it', (_, schema: v.GenericSchema) => {
  const look = lookOf(schema);
  const drawn = { sound: 0, other: 0 };
  const described: unknown = schema;
  fc.assert(
    fc.property(soundOf(described as Described), damage, (record, change) => {
      for (const value of [record, damaged(record, change)]) {
        const sound = v.is(schema, value);
        drawn[sound ? 'sound' : 'other'] += 1;
        expect(look(value)).toBe(sound);
      }
    }),
    { numRuns: 300 },
  );
  // Both answers were asked for.
  expect(Math.min(drawn.sound, drawn.other)).toBeGreaterThan(20);
});

test('what a schema says beside its type is left to valibot', () => {
  const schema = v.object({ name: v.pipe(v.string(), v.minLength(2)), age: v.optional(v.number(), 7) });
  const look = lookOf(schema);
  expect([{ name: 'ab' }, { name: 'a' }, { name: 'ab', age: 1 }, {}].map((value) => look(value))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
