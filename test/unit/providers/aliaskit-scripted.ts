// The AliasKit provider over a scripted server: an account, its slots opened, what the server was asked, and the bodies of the
// contract to answer with. Leans on loopback.ts; the keys are made up and open nothing.
import type { AliaskitAccount } from '../../../lib/aliaskit-account.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import type { Loopback } from './loopback.ts';

export const account = (baseUrl: string): AliaskitAccount => ({
  id: 'a',
  kind: 'aliaskit',
  name: '',
  createdAt: 0,
  baseUrl,
  apiKey: 'ak_live_your_key_here',
  cardKey: 'ak_ck_never_sent_anywhere',
});
/** The slots, or the failure of the test that relies on them. */
export const open = ({ baseUrl }: Loopback) => {
  const { aliases, identities, inbox, phones, cards, totps, probe } = aliaskit(
    account(baseUrl),
    createTransport,
  );
  if (!aliases || !identities || !inbox || !phones || !cards || !totps || !probe)
    throw new Error('a slot is missing');
  return { aliases, identities, inbox, phones, cards, totps, probe };
};
/** What the server was asked, as `METHOD path?query`. */
export const calls = ({ seen }: Loopback) => seen.map(({ method, url }) => `${method} ${url}`);
/** What each request carried; null for nothing. */
export const bodies = ({ seen }: Loopback) => seen.map(({ body }) => (body === '' ? null : JSON.parse(body)));

/** The shapes of contract §3: list item, and what only the single item has. */
export const SUMMARY = {
  id: 'ident_a1b2c3d4',
  name: 'Ana Silva',
  email: 'ana-silva-a1b2@aliaskit.com',
  phone_number: null,
  status: 'active',
  created_at: '2026-04-12T10:00:00Z',
};
export const FULL = {
  ...SUMMARY,
  phone_number: '+12025550123',
  date_of_birth: '1988-02-29',
  metadata: { team: 'qa' },
  updated_at: '2026-04-12T10:00:01.123456Z',
};
