// The project's own source files as text and syntax trees, for the tests that hold the rules of the house.
// Leans on Vite's parser (the one that builds the extension), so an import or a name in a comment or string is never counted.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { expect } from 'vitest';

export const ROOT = join(import.meta.dirname, '../../..');

/** A syntax node, as ESTree lays it out. */
export interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

export interface Source {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  tree: SyntaxNode;
}

/** Fails with every offender on a line of its own, which a comparison of lists would cut short. */
export function expectNone(offenders: readonly string[]): void {
  expect(offenders.length, offenders.join('\n')).toBe(0);
}

/** @returns the paths of all files below a folder that end in one of these ways, from the project's root. */
export function filesIn(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/** @returns every TypeScript file of these folders, parsed; a file that does not parse throws. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => filesIn(folder, '.ts', '.tsx'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const { program, errors } = parseSync(path, text);
      if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
      return { path, text, tree: program as unknown as SyntaxNode };
    });
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** Every node of a tree, parents first. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** What a file imports, statically, dynamically, as a type or to export again; relative ones as paths from the root. */
export function importsOf({ path, tree }: Source): string[] {
  const found: string[] = [];
  for (const node of walk(tree)) {
    if (!IMPORTING.has(node.type) || !isNode(node.source)) continue;
    const { value } = node.source;
    if (typeof value !== 'string') throw new Error(`${path}: an import whose target is not a plain string`);
    found.push(value.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), value)) : value);
  }
  return found;
}

/** All names `root.a.b…` in a file, as arrays without the root; `root?.a` counts too. */
export function chainsOf({ tree }: Source, root: string): string[][] {
  const chains: string[][] = [];
  for (const node of walk(tree)) {
    const chain = node.type === 'MemberExpression' ? chainFrom(node, root) : null;
    if (chain) chains.push(chain);
  }
  return chains;
}

function chainFrom(node: SyntaxNode, root: string): string[] | null {
  if (node.type === 'Identifier') return node.name === root ? [] : null;
  if (node.type === 'ChainExpression' && isNode(node.expression)) return chainFrom(node.expression, root);
  if (node.type !== 'MemberExpression' || node.computed || !isNode(node.object)) return null;
  const before = chainFrom(node.object, root);
  return before && isNode(node.property) ? [...before, String(node.property.name)] : null;
}
