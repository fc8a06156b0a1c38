// Blind tags: a keyed hash of a site, by which the *locked* extension can say "2 addresses here". Leans on WebCrypto with a
// device key that cannot be read out. What it does not do: protect against someone who copies the profile. The browser will
// use the key for them, so they can try a list of likely sites; and equal tags show that two records share a site. It hides
// site names from those who only look at the files. Settings can switch it off (then `forgetTags`).
import { toBase64Url } from '../crypto/bytes.ts';
import { generateMacKey, macWith } from '../crypto/mac.ts';
import { database, sealedIn } from '../store/database.ts';
import { SEALED_TABLES } from '../store/rows.ts';
import { stored } from './translate.ts';

declare const brand: unique symbol;
/** base64url of 128 bits. Branded, so that no site name is ever written where a tag belongs. */
export type SiteTag = string & { readonly [brand]: 'SiteTag' };

/** @param site registrable domain as lib/site.ts gives it. Works while locked. Not to be awaited inside a transaction. */
export async function siteTag(site: string): Promise<SiteTag> {
  const hash = await macWith(await deviceKey(), 'site', site);
  return toBase64Url(hash) as SiteTag;
}

/** Takes the tag off every record and forgets the device key. Works while locked. */
export async function forgetTags(): Promise<void> {
  await stored(() =>
    database.transaction('rw', ['device', ...SEALED_TABLES], async (tx) => {
      for (const table of SEALED_TABLES) {
        const tagged = await sealedIn(tx, table).where('tag').above('').toArray();
        await sealedIn(tx, table).bulkPut(tagged.map(({ tag: _, ...row }) => row));
      }
      await tx.table('device').clear();
    }),
  );
}

async function deviceKey(): Promise<CryptoKey> {
  const known = await stored(() => database.device.get('tag-key'));
  if (known !== undefined) return known.key;
  // Made outside the transaction (it awaits WebCrypto); if someone was faster, theirs counts.
  const fresh = await generateMacKey();
  return stored(() =>
    database.transaction('rw', database.device, async () => {
      const now = await database.device.get('tag-key');
      if (now !== undefined) return now.key;
      await database.device.add({ id: 'tag-key', key: fresh });
      return fresh;
    }),
  );
}
