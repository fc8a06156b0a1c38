// What the tests of lib/fields need of a browser: a page, and a world beside its own as content scripts have it, with the same
// DOM and JavaScript of its own. Leans on vite to bundle what is shipped; no extension is needed to test typing.
import { join } from 'node:path';
import { build } from 'vite';

/** One page with our world beside its own. */
export interface World {
  /** The page's own world. */
  page: { evaluate<T = unknown>(expression: string): Promise<T> };
  /** Evaluates an expression in our world; awaits promises; JSON only. */
  run<T = unknown>(expression: string): Promise<T>;
}

/** Opens a page of this body. */
export type Open = (body: string) => Promise<World>;

export const documentOf = (body: string): string =>
  `<!doctype html><meta charset=utf-8><title>Test</title><body>${body}</body>`;

export const signUp = (input: string): string =>
  `<form><h1>Create account</h1><label for=e>E-mail</label>${input}<button>Sign up</button></form>`;

export async function bundleFields(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'inside.ts'), formats: ['iife'], name: 'fieldsInside' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the bundle of lib/fields came out empty');
  return chunk.code;
}
