// Whence a person came, against what the asker proved: a fact where it is one, never that anybody can be trusted; unknown is said.
import { expect, test } from 'vitest';
import { cameFromWords } from '../../../components/words/checks.ts';
import type { Reading } from '../../../lib/asked.ts';

const organization = (verifiedDomains: string[]): Reading['organization'] => ({
  id: 'o',
  name: 'Cars',
  ownerChecked: null,
  verifiedDomains,
  logoUrl: null,
  businessType: null,
  businessName: null,
  jurisdiction: null,
  registrationNumber: null,
  websiteUrl: null,
  privacyPolicyUrl: null,
  termsUrl: null,
  description: null,
});
const theirs = organization(['cars.example']);

test.each([
  ['theirs', 'cars.example', theirs, 'cars.example, a domain they have verified'],
  ['elsewhere', 'cats.example', theirs, 'cats.example, which is not theirs'],
  [
    'unknown',
    'cats.example',
    organization([]),
    'cats.example; there is no verified domain to compare it with',
  ],
  ['unknown', null, theirs, 'not known: the browser does not say which site led here'],
] as const)('%s, %s', (cameFrom, cameFromSite, asker, words) => {
  expect(cameFromWords({ cameFrom, cameFromSite, organization: asker })).toBe(words);
});

test('a site whose letters only look like theirs shows what it is', () => {
  const said = cameFromWords({
    cameFrom: 'elsewhere',
    cameFromSite: 'xn--crs-5cd.example',
    organization: theirs,
  });
  expect(said).toContain('xn--crs-5cd.example');
  expect(said).toContain('not theirs');
});
