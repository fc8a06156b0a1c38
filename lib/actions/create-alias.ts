// Making an alias at a service that knows no mark and repeats nothing: the intent is sealed first, one request is sent, and after
// a doubtful answer the newest page is looked at for what was not there before. The label follows as a queued edit: a site's
// name is never sent in clear, and a kill between the two loses neither. Leans on the vault, lib/sync and lib/providers.
import { AppError } from '../error.ts';
import type { Address } from '../model.ts';
import { slotsOf } from '../providers/kinds.ts';
import type { AliasSlot, AliasWish, RemoteAddress } from '../providers/provider.ts';
import { inTurn } from '../providers/turns.ts';
import type { NewAddress } from '../requests.ts';
import { adoptForwarded } from '../sync/forward.ts';
import { type Link, turnOf } from '../sync/link.ts';
import { queueEdit } from '../sync/outbox.ts';
import { forwardedId, openerOf } from '../sync/pages-in.ts';
import { inBudget } from '../sync/patience.ts';
import { newId } from '../vault/ids.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { checkSealedText } from './check-text.ts';
import { dropIntents, type Intent, intentId, openIntents, putIntent } from './creation-intents.ts';
import { claimable } from './find-made.ts';
import { countedMore, noteTwins } from './note-twins.ts';
import { tagOf } from './site-tags.ts';

/**
 * Errors: those of the provider; `doubtful` when the service may have made it and its newest page does not show it; `several`
 * when that shows more than one it could be. What was meant is then kept, and looked for before another is made.
 */
export async function createAlias(
  u: Unlocked,
  link: Link,
  wish: NewAddress,
  now: number,
  signal?: AbortSignal,
): Promise<Address> {
  const { aliases } = link.provider;
  if (aliases === undefined) throw new AppError('unsupported');
  const label = wish.label ?? (slotsOf(link.account.kind).includes('labels') ? wish.site : null) ?? '';
  checkSealedText('label', label);
  return inTurn(turnOf(link.account), async () => {
    const { account } = link;
    const same = (await openIntents(u, account.id)).filter((intent) => isSame(intent, wish, label));
    for (const intent of same) {
      const [found] = await lookFor(u, link, intent, signal);
      if (found !== undefined) return keepAlias(u, link, found, intent, wish, now);
    }
    const intent: Intent = {
      mark: newId(),
      accountId: account.id,
      site: wish.site,
      label,
      at: now,
      ...(wish.localPart === undefined ? {} : { localPart: wish.localPart }),
    };
    await putIntent(u, intent);
    const before = await link.rate();
    const made = await createOnce(u, link, aliases, intent, wish, signal);
    const twice = countedMore(before, await link.rate());
    const address = await keepAlias(u, link, made, intent, wish, now);
    if (twice) await noteTwins(u, link, intent, made, signal);
    return address;
  });
}

const isSame = (intent: Intent, wish: NewAddress, label: string): boolean =>
  intent.site === wish.site && intent.label === label && intent.localPart === wish.localPart;

async function createOnce(
  u: Unlocked,
  link: Link,
  aliases: AliasSlot,
  intent: Intent,
  wish: NewAddress,
  signal?: AbortSignal,
): Promise<RemoteAddress> {
  try {
    return await inBudget(() => aliases.create(aliasWish(wish), signal), { awake: link.rate, signal });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'doubtful') {
      // A refusal: nothing was made, so there is nothing to look for later.
      await dropIntents(u, [intent]);
      throw error;
    }
    // If the look fails too, the doubt stays, and the next reading of the list will look again.
    const found = await lookFor(u, link, intent, signal).catch((failure: unknown) => {
      if (failure instanceof AppError && failure.code !== 'several') return [];
      throw failure;
    });
    if (found[0] === undefined) throw error;
    return found[0];
  }
}

function aliasWish({ site, aliasFormat, localPart, domain, recipientIds }: NewAddress): AliasWish {
  return {
    site,
    ...(aliasFormat === undefined || aliasFormat === 'custom' ? {} : { format: aliasFormat }),
    ...(localPart === undefined ? {} : { localPart }),
    ...(domain === undefined ? {} : { domain }),
    ...(recipientIds === undefined || recipientIds.length === 0 ? {} : { recipientIds }),
  };
}

/** @returns what the newest page shows of this intent: one, or none. @throws AppError `several`; those of the provider */
async function lookFor(
  u: Unlocked,
  link: Link,
  intent: Intent,
  signal?: AbortSignal,
): Promise<RemoteAddress[]> {
  const { rate, provider } = link;
  const list = async () => provider.aliases?.list?.(0, signal);
  const page = await inBudget(list, { awake: rate, signal });
  const found = await claimable(u, link, intent, page?.items ?? []);
  const others = (await openIntents(u, link.account.id)).filter(({ mark }) => mark !== intent.mark);
  // Two that are wanted and one that is there: whose it is, only a person can say.
  if (found.length > 1 || (found.length === 1 && others.length > 0 && intent.localPart === undefined)) {
    throw new AppError('several', { what: 'address' });
  }
  return found;
}

/** The address comes, its label is queued and its intent goes in one transaction. */
export async function keepAlias(
  u: Unlocked,
  link: Link,
  remote: RemoteAddress,
  intent: Intent,
  wish: Pick<NewAddress, 'recipientIds'>,
  now: number,
): Promise<Address> {
  const { account } = link;
  if (remote.remoteId === null) throw new AppError('malformed', { field: '$.data.id' });
  const id = forwardedId(u, account.id, remote.remoteId);
  const reading = { open: openerOf(link), earlier: () => [], now };
  const fresh = adoptForwarded(id, account.id, remote, reading);
  const tag = await tagOf('address', { ...fresh, site: intent.site });
  return transact(u, ['account', 'address', 'draft', 'outbox'], async (tx) => {
    // Removed while the service was asked: what it made stays there, and nothing here that belongs to nobody.
    if ((await tx.get('account', account.id)) === null) throw new AppError('no-account');
    const known = (await tx.get('address', id)) ?? fresh;
    const { forwarding } = known;
    if (forwarding === undefined) throw new AppError('corrupt', { what: 'address', field: id });
    const recipientIds = wish.recipientIds ?? forwarding.recipientIds;
    let next: Address = {
      ...known,
      site: intent.site ?? known.site,
      createdAt: known.createdAt || now,
      updatedAt: now,
      forwarding: { ...forwarding, recipientIds, madeAt: now },
    };
    if (intent.label !== '' && known.label === '') {
      next = await queueEdit(u, tx, next, { edit: 'label', value: intent.label }, now);
    }
    await tx.put('address', next, tag);
    await tx.remove('draft', intentId(intent.mark));
    return next;
  });
}
