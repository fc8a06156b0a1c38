// The product's own modules as one script that can be evaluated inside the extension, for what no call of the contract does fast
// enough: thousands of records. Leans on vite; the build that is measured stays the one that ships.
import { join } from 'node:path';
import { build } from 'vite';

const NAME = 'benchInside';
let code: Promise<string> | null = null;

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'inside.ts'), formats: ['iife'], name: NAME },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the bundle of test/bench/inside.ts came out empty');
  return `${chunk.code}\nglobalThis.${NAME} = ${NAME};`;
}

type Inside = typeof import('./inside.ts');
/** A page or a worker, as far as it is used here. */
interface Place {
  evaluate<R>(expression: string): Promise<R>;
}

/** Calls a function of inside.ts in one of our pages or in the worker; JSON in, JSON out. */
export async function runInside<Name extends keyof Inside>(
  place: Place,
  name: Name,
  ...args: Parameters<Inside[Name]>
): Promise<Awaited<ReturnType<Inside[Name]>>> {
  code ??= bundle();
  await place.evaluate(`${await code}\nnull`);
  return place.evaluate<Awaited<ReturnType<Inside[Name]>>>(`${NAME}.${name}(...${JSON.stringify(args)})`);
}
