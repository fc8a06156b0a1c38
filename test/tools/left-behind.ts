// What a test file changed in the process that the next one runs in too: names added to the global object, the parts of the
// language and of Node that tests write over, the environment, and a clock that stands. Leans on vitest for the clock.
// Undoes nothing but what the product itself keeps in a document: whoever changed the rest knows best how.
import { vi } from 'vitest';

/** What tests have reasons to write over. */
const WRITTEN_OVER = [
  'fetch',
  'WebSocket',
  'Date',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'crypto',
  'performance',
] as const;

/** How packages name what they keep for a whole process, such as `__EXSOLVE_CACHE__` or `__extends`. */
const OF_PACKAGES = /^__/;
/** How the product names what its scripts share in a document; gone before the next file. */
const OURS = /^moniker/;

interface Surroundings {
  names: Set<string>;
  values: Map<string, unknown>;
  environment: Map<string, string | undefined>;
}

const surroundings = (): Surroundings => ({
  names: new Set(
    Object.getOwnPropertyNames(globalThis).filter((name) => !OF_PACKAGES.test(name) && !OURS.test(name)),
  ),
  values: new Map(WRITTEN_OVER.map((name) => [name, Reflect.get(globalThis, name)])),
  environment: new Map(Object.entries(process.env)),
});

/**
 * Looks at the process now.
 * @returns a second look: a line for everything that is different by then
 */
export function lookAround(): () => string[] {
  const before = surroundings();
  return () => {
    const now = surroundings();
    const changed = (name: string): boolean => now.environment.get(name) !== before.environment.get(name);
    return [
      ...(vi.isFakeTimers() ? ['a clock that stands: vi.useRealTimers()'] : []),
      ...[...now.names].filter((name) => !before.names.has(name)).map((name) => `globalThis.${name} is new`),
      ...WRITTEN_OVER.filter((name) => now.values.get(name) !== before.values.get(name)).map(
        (name) => `globalThis.${name} is another`,
      ),
      ...[...new Set([...before.environment.keys(), ...now.environment.keys()])]
        .filter(changed)
        .map((name) => `process.env.${name} is another`),
    ];
  };
}

/** Takes away what the product's scripts keep for one another in a document. */
export function forgetShared(): void {
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (OURS.test(name)) Reflect.deleteProperty(globalThis, name);
}
