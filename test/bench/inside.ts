// What benches do with the product's own modules inside the extension: fill the vault as fast as its own bulk writing can, and
// open sealed rows beside the bare cost of it. Bundled by bundle.ts; runs in our options page or in the worker.
import type { Address, MessageSummary } from '../../lib/model.ts';
import { database } from '../../lib/store/database.ts';
import { contextOf, openRows } from '../../lib/vault/codec.ts';
import { putRecords } from '../../lib/vault/records.ts';
import { cryptoKeyOf } from '../../lib/vault/unlocked.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';

const WORDS =
  'Café Garten Nachrichten Mail Bank Müller Reise Paris Hotel Bücher Musik Film Auto Sport Technik Wolke Zürich Schuhe Pizza Élan'.split(
    ' ',
  );
const SEED = 20_261_122;
const PORTION = 2000;
const DAY = 86_400_000;
const NOW = 1_790_000_000_000;

/** Numbers from 0 to below `end`, the same for the same seed (Lehmer, modulus 2³¹ − 1). */
function seeded(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % end;
  };
}

/** Puts addresses as a heavy user has them: a site each, a label, a note for one in three; several an older site. */
export async function seed(from: number, to: number, accountIds: readonly string[]): Promise<void> {
  const u = await requireUnlocked();
  const random = seeded(SEED + from);
  const word = (): string => WORDS[random(WORDS.length)] ?? '';
  for (let at = from; at < to; at += PORTION) {
    const portion = Array.from({ length: Math.min(PORTION, to - at) }, (_, turn): Address => {
      const number = at + turn;
      const shop = `${word()}-${word()}`.toLowerCase().replaceAll(/[^a-z-]/g, 'x');
      const createdAt = NOW - random(1500) * DAY - number;
      return {
        id: `bench-${number.toString(36).padStart(17, '0')}`,
        accountId: accountIds[random(accountIds.length)] ?? '',
        kind: 'alias',
        email: `${shop}.${number.toString(36)}@${random(3) === 0 ? 'own' : 'alias'}.example`,
        remoteId: null,
        site: random(5) === 0 ? null : `${shop}-${random(4000)}.example`,
        label: `${word()} ${word()} ${number}`,
        note: random(3) === 0 ? `${word()} ${word()}, order ${random(100_000)} of ${word()}` : '',
        persona: null,
        active: random(7) > 0,
        createdAt,
        updatedAt: createdAt,
        usedAt: random(4) === 0 ? createdAt + random(100) * DAY : null,
      };
    });
    await putRecords(u, 'address', portion);
  }
}

/** Puts messages as years of mail leave them: one in four with its body, most of them read. */
export async function seedMessages(
  from: number,
  to: number,
  accountId: string,
  addressIds: readonly string[],
): Promise<void> {
  const u = await requireUnlocked();
  const random = seeded(SEED + from);
  const word = (): string => WORDS[random(WORDS.length)] ?? '';
  for (let at = from; at < to; at += PORTION) {
    const bodies: { id: string; text: string; html: null }[] = [];
    const portion = Array.from({ length: Math.min(PORTION, to - at) }, (_, turn): MessageSummary => {
      const number = at + turn;
      const id = `bench-${number.toString(36).padStart(17, '0')}`;
      const shop = `${word()}-${word()}`.toLowerCase().replaceAll(/[^a-z-]/g, 'x');
      const text = `${word()} ${word()} `.repeat(100 + random(200));
      if (number % 4 === 0) bodies.push({ id, text, html: null });
      return {
        id,
        accountId,
        addressId: addressIds[random(addressIds.length)] ?? '',
        remoteId: `email_${number}`,
        channel: random(20) === 0 ? 'sms' : 'email',
        direction: random(15) === 0 ? 'outbound' : 'inbound',
        from: `${word()} ${word()} <hello@${shop}.example>`,
        to: `ann.${random(9)}@kit.example`,
        subject: `${word()}: your order ${number} of ${word()}`,
        snippet: text.slice(0, 100),
        ...(number % 4 === 0 ? { bodySize: text.length } : {}),
        read: random(9) > 0,
        receivedAt: NOW - number * 3_600_000,
        usedAt: null,
      };
    });
    await putRecords(u, 'body', bodies);
    await putRecords(u, 'message', portion);
  }
}

/**
 * Opens every sealed address: by the product, and as bare WebCrypto openings of the same boxes, everything around them ready.
 * Once each untimed, since code that runs for the first time is compiled; then in turns, so that neither pays for the other.
 * @returns milliseconds of each pair
 */
export async function openBoth(
  pairs: number,
): Promise<{ rows: number; times: { ours: number; bare: number }[] }> {
  const u = await requireUnlocked();
  const rows = await database.sealed('address').toArray();
  const key = await cryptoKeyOf(u, rows[0]?.keyVersion ?? 1);
  if (key === null) throw new Error('no key');
  const ready = rows.map((row) => ({
    algorithm: { name: 'AES-GCM', iv: row.box.subarray(1, 13), additionalData: contextOf('address', row) },
    sealed: row.box.subarray(13),
  }));
  const bare = () =>
    Promise.all(ready.map(({ algorithm, sealed }) => crypto.subtle.decrypt(algorithm, key, sealed)));
  const ours = async () => {
    const { records } = await openRows(u, 'address', rows);
    if (records.length !== rows.length) throw new Error(`${records.length} of ${rows.length} opened`);
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const times: { ours: number; bare: number }[] = [];
  await timed(bare);
  await timed(ours);
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) {
      const first = await timed(bare);
      times.push({ bare: first, ours: await timed(ours) });
    } else {
      const first = await timed(ours);
      times.push({ ours: first, bare: await timed(bare) });
    }
  }
  return { rows: rows.length, times };
}
