// Reads what a message claims to be, in the few shapes that the calls to a page's scripts have. Leans on nothing: the library
// that decodes every other border is a fortieth of what a document may cost. Refuses by saying no; throws nothing.

/** Whether an unknown value is what its type says. */
export type Guard<Shape> = (value: unknown) => value is Shape;

export const text: Guard<string> = (value) => typeof value === 'string';
export const finite: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const flag: Guard<boolean> = (value) => typeof value === 'boolean';

export function oneOf<const Value extends string | boolean | null>(
  ...values: readonly Value[]
): Guard<Value> {
  return (value): value is Value => values.some((one) => one === value);
}

/** Every member by its own guard; members that no guard knows are let be. */
export function object<Shape extends object>(
  members: { [Name in keyof Shape]-?: Guard<NonNullable<Shape[Name]> | Extract<Shape[Name], null>> },
  optional: readonly (keyof Shape)[] = [],
): Guard<Shape> {
  const names = Object.keys(members) as (keyof Shape)[];
  return (value): value is Shape =>
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => {
      const own = Object.hasOwn(value, name) ? (value as Partial<Shape>)[name] : undefined;
      return own === undefined ? optional.includes(name) : members[name](own);
    });
}

export function either<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> {
  return (value): value is One | Other => one(value) || other(value);
}
