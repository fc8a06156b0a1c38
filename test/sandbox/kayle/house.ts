// The organisations and keys every sandbox begins with: two whole ones, one for each thing that can be missing, and a key for
// every scope and state (contract §15). A key's text is made once and outlives a reset, since whoever holds it cannot be told.
import { createHash } from 'node:crypto';
import { createRandom, type Random } from '../world/random.ts';
import { type KayleState, type OrgRow, SCOPES, type Scope } from './rows.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
export const randomOf = (state: KayleState): Random => createRandom(state.draws);

/** Ids that look like the service's own: UUIDs. */
const orgId = (number: number): string => `00000000-0000-4000-8000-0000000000a${number}`;

const STEPS = ['business', 'public', 'compliance', 'owner_id'];

const WHOLE: Omit<OrgRow, 'id' | 'name'> = {
  domains: ['shop.localhost', 'example.com'],
  ownerChecked: true,
  frozen: false,
  missing: [],
  termsAccepted: true,
  website: 'https://www.example.com/',
  privacyPolicy: 'https://www.example.com/privacy',
  terms: 'https://www.example.com/terms',
  description: 'Sells what only adults may buy.',
  appealUrl: 'https://www.example.com/appeal',
  complaintsUrl: 'https://www.example.com/complaints',
  fallbackUrl: 'https://www.example.com/other-way',
  supportEmail: 'help@example.com',
};

const ORGS: readonly OrgRow[] = [
  { ...WHOLE, id: orgId(1), name: 'Corner Shop' },
  { ...WHOLE, id: orgId(2), name: 'Other Organisation', domains: [], website: null, privacyPolicy: null },
  { ...WHOLE, id: orgId(3), name: 'Incomplete', missing: STEPS, termsAccepted: false, ownerChecked: false },
  { ...WHOLE, id: orgId(4), name: 'Without Terms', termsAccepted: false },
  { ...WHOLE, id: orgId(5), name: 'Frozen', frozen: true },
  { ...WHOLE, id: orgId(6), name: 'Unverified', domains: [], ownerChecked: false },
];

const KEYS: Readonly<Record<string, { org: number; scopes: readonly Scope[]; disabled?: true }>> = {
  main: { org: 1, scopes: SCOPES },
  other: { org: 2, scopes: SCOPES },
  incomplete: { org: 3, scopes: SCOPES },
  noterms: { org: 4, scopes: SCOPES },
  frozen: { org: 5, scopes: SCOPES },
  unverified: { org: 6, scopes: SCOPES },
  sessread: { org: 2, scopes: ['sessions:read'] },
  sesswrite: { org: 2, scopes: ['sessions:write'] },
  hookread: { org: 2, scopes: ['webhooks:read'] },
  hookwrite: { org: 2, scopes: ['webhooks:write'] },
  analytics: { org: 2, scopes: ['analytics:read'] },
  noperms: { org: 2, scopes: [] },
  // Permissions stored in a wrong form count for nothing; the service answers as if there were none.
  badperms: { org: 2, scopes: [] },
  disabled: { org: 2, scopes: SCOPES, disabled: true },
};

/** @param known key texts of before a reset */
export function addHouse(state: KayleState, known: Readonly<Record<string, string>> = {}): void {
  for (const org of ORGS) state.orgs.set(org.id, structuredClone(org));
  const random = randomOf(state);
  for (const [name, { org, scopes, disabled = false }] of Object.entries(KEYS)) {
    const text = known[name] ?? `kk_${random.alnum(32)}`;
    state.keyTexts[name] = text;
    state.keys.set(hashOf(text), { hash: hashOf(text), orgId: orgId(org), scopes: [...scopes], disabled });
  }
}
