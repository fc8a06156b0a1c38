// The vault of the sandbox's own anon.li account, made once: two Argon2id runs at every start would cost each test file a
// second. All bytes are invented; the numbers are the contract's first vector.
import { createHash } from 'node:crypto';
import type { VaultRow } from './rows.ts';

export const HOUSE_PASSWORD = 'correct horse battery staple';
const AUTH_SECRET = 'I94wpFooSz6FpDnFRkt_4z_GDneFSx-uczxBXwR9YDA';

export const HOUSE_VAULT: Readonly<VaultRow> = {
  id: 'cmtestvault00000000000001',
  generation: 1,
  authSalt: '5bYOeEVujOM4PAuYAWpVfC4EoS3H2_hoPiWzDl4w_Hs',
  vaultSalt: 'ONs6Qcc5IYMrXGuZk0REye8Dlw5lXXL8dEkly13xLcs',
  wrappedKey: 'rKGsYoFVDQYjwvvrL3JH9v_xelncYVHlPlVQcAU7xL6S4fq4qYbJtw',
  secretHash: createHash('sha256').update(AUTH_SECRET).digest('hex'),
  key: 'oV4VjEOEWgWStBPZ1aI1ASaYOOs0AYb2MsxeM2gyA_U',
};
