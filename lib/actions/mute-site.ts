// Sites the user switched off, for good or for an hour: sealed by name, found by blind tag, so that a locked vault still
// keeps quiet where it was told to (unless tags are off: then it cannot know). Leans on the vault.
import { recordId } from '../vault/ids.ts';
import { countTagged, listRecords, putRecord, removeRecord } from '../vault/records.ts';
import { siteTag } from '../vault/tags.ts';
import type { Unlocked } from '../vault/vault.ts';
import { recordsWith, tagOf } from './site-tags.ts';

/** @param until epoch milliseconds, or null for good. */
export async function muteSite(u: Unlocked, site: string, until: number | null): Promise<void> {
  const mute = { id: muteId(u, site), site, until };
  await putRecord(u, 'mute', mute, await tagOf('mute', mute));
}

export async function unmuteSite(u: Unlocked, site: string): Promise<void> {
  await removeRecord('mute', muteId(u, site));
}

function muteId(u: Unlocked, site: string): string {
  return recordId(u, 'mute', site);
}

/** Whether the site is switched off now. Locked, an hour's mute that has run out still counts: quiet is the safe side. */
export async function isMuted(u: Unlocked | null, site: string, now: number): Promise<boolean> {
  if (u === null) return (await countTagged('mute', await siteTag(site))) > 0;
  return (await recordsWith(u, 'mute', site)).some(({ until }) => until === null || until > now);
}

/** Names of the sites switched off for good, sorted. */
export async function listMutes(u: Unlocked): Promise<string[]> {
  const { records } = await listRecords(u, 'mute');
  return records
    .filter(({ until }) => until === null)
    .map(({ site }) => site)
    .sort();
}
