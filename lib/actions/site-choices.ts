// How the last new address for a site was wished for: account, domain, recipients, format; so that the next one is offered the same
// way. Leans on the vault: sealed, under an id that does not tell the site; forgotten by nobody but the vault's end.
import * as v from 'valibot';
import { ALIAS_FORMATS, type AliasWish } from '../requests.ts';
import { recordId } from '../vault/ids.ts';
import { getRecord, putRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

export interface SiteChoice {
  accountId: string;
  wish: AliasWish;
}

const shape: v.GenericSchema<unknown, SiteChoice> = v.object({
  accountId: v.string(),
  wish: v.object({
    aliasFormat: v.exactOptional(v.picklist(ALIAS_FORMATS)),
    domain: v.exactOptional(v.string()),
    recipientIds: v.exactOptional(v.array(v.string())),
  }),
});

const idOf = (u: Unlocked, site: string): string => `choice:${recordId(u, 'site choice', site)}`;

/** A local part of one's own is for one address only: it is not remembered. */
export async function rememberChoice(
  u: Unlocked,
  site: string,
  { accountId, wish }: SiteChoice,
): Promise<void> {
  const { aliasFormat, domain, recipientIds } = wish;
  const kept: SiteChoice = {
    accountId,
    wish: {
      ...(aliasFormat === undefined || aliasFormat === 'custom' ? {} : { aliasFormat }),
      ...(domain === undefined ? {} : { domain }),
      ...(recipientIds === undefined || recipientIds.length === 0 ? {} : { recipientIds }),
    },
  };
  await putRecord(u, 'draft', { id: idOf(u, site), value: JSON.stringify(kept) });
}

/** @returns null where none was made for the site yet. */
export async function recallChoice(u: Unlocked, site: string): Promise<SiteChoice | null> {
  const record = await getRecord(u, 'draft', idOf(u, site));
  if (!record) return null;
  const parsed = v.safeParse(shape, JSON.parse(record.value));
  return parsed.success ? parsed.output : null;
}
