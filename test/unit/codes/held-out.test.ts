// The ratchet of codes and links: the project's own held-out messages in forty languages. Known misses stand beside them; a
// new one fails, and so does a listed one that now works.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer, readLetters } from '../../score/letters.ts';
import { surprises } from '../../score/ratchet.ts';
import { tallyLetters } from '../../score/tally-letters.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/messages');
const INDEX = join(FOLDER, 'held-out.jsonl');
const known = JSON.parse(readFileSync(join(FOLDER, 'ratchet.json'), 'utf8')) as string[];
const letters = readLetters(INDEX);

test('the sample is large, in many languages, and more than half of it has nothing to offer', () => {
  const sms = letters.filter(({ channel }) => channel === 'sms');
  expect([sms.length, letters.length - sms.length]).toEqual([227, 135]);
  expect(new Set(letters.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(40);
  const idle = letters.filter((letter) => letter.expected_code === null && letter.expected_link === null);
  expect(idle.length).toBeGreaterThan(90);
});

test('codes and links are found as the list of known misses says', () => {
  const answers = letters.map((letter) => answer(INDEX, letter));
  const { misses, failed } = tallyLetters(letters, answers);
  expect(failed).toEqual([]);
  expect(
    surprises(
      known,
      misses.map(({ id, what, got }) => `${what} ${id} ← ${got}`),
    ),
  ).toEqual([]);
});
