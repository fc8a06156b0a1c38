// Whether a value has a shape, and nothing else: valibot's schemas as plain functions. Its own answer to that question makes an object
// for every member on the way, which for ten thousand records is most of what the collector then has to do. Leans on how valibot
// describes a schema; whatever it describes otherwise than is known here, valibot looks at itself.
import * as v from 'valibot';

export type Look = (value: unknown) => boolean;

type Described = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: unknown;
  readonly default?: unknown;
  readonly fallback?: unknown;
};

const LOOKS: ReadonlyMap<string, (schema: Described) => Look | null> = new Map(
  Object.entries<(schema: Described) => Look | null>({
    string: () => (value) => typeof value === 'string',
    boolean: () => (value) => typeof value === 'boolean',
    number: () => (value) => typeof value === 'number' && !Number.isNaN(value),
    literal:
      ({ literal }) =>
      (value) =>
        value === literal,
    picklist: ({ options = [] }) => {
      const known = new Set(options);
      return (value) => known.has(value);
    },
    nullable: ({ wrapped }) => {
      const inner = wrapped && lookOf(wrapped);
      return inner ? (value) => value === null || inner(value) : null;
    },
    array: ({ item }) => {
      const inner = item && lookOf(item);
      return inner ? (value) => Array.isArray(value) && eachIs(value, inner) : null;
    },
    unknown: () => () => true,
    object: ({ entries }) => (entries ? objectLook(entries) : null),
  }),
);

/** @returns the same answers as `v.is(schema, …)`. */
export function lookOf(schema: v.GenericSchema): Look {
  const described: Described = schema;
  const make = described.pipe === undefined ? LOOKS.get(schema.type) : undefined;
  return make?.(described) ?? ((value) => v.is(schema, value));
}

/** Members that are not named pass. */
function objectLook(entries: Readonly<Record<string, v.GenericSchema>>): Look | null {
  const members: { name: string; optional: boolean; look: Look }[] = [];
  for (const [name, schema] of Object.entries(entries)) {
    const { type, wrapped, default: other, fallback }: Described = schema;
    // Other ways of being absent are valibot's to judge.
    if (/^(?:optional|nullish)$/.test(type) || other !== undefined || fallback !== undefined) return null;
    const optional = type === 'exact_optional' && wrapped !== undefined;
    members.push({ name, optional, look: lookOf(optional ? wrapped : schema) });
  }
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    for (const { name, optional, look } of members) {
      if (name in value ? !look((value as Record<string, unknown>)[name]) : !optional) return false;
    }
    return true;
  };
}

/** A hole is `undefined` here, where `every` would pass over it. */
function eachIs(values: readonly unknown[], look: Look): boolean {
  for (const value of values) if (!look(value)) return false;
  return true;
}
