// The order of test files: those that want a document first, then the rest, each as vitest would have them (the longest first).
// A process can be kept from one file to the next only while both want the same environment, so they stand together.
// Leans on vitest's own sequencer.
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const wantsDocument = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment jsdom');

export class ByEnvironment extends BaseSequencer {
  /** @returns the same files, documents first */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [documents, rest] = [sorted.filter(wantsDocument), sorted.filter((file) => !wantsDocument(file))];
    return [...documents, ...rest];
  }
}
