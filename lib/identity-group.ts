// Groups of identities: a label in an identity's metadata, where it travels with the account and other programs see it too. Pure;
// leans on nothing. Never touches other members of the metadata: a change names this one alone (the provider keeps the rest).

/** The member of the metadata. */
export const GROUP_MEMBER = 'group';

/** Longer ones are cut: a name to be shown on one line. */
const LONGEST = 60;

/** @returns the name of its group, on one line; null for none, or for a member that is no text */
export function groupOf(metadata: Readonly<Record<string, unknown>>): string | null {
  const value = Object.hasOwn(metadata, GROUP_MEMBER) ? metadata[GROUP_MEMBER] : undefined;
  return typeof value === 'string' ? groupName(value) : null;
}

/** @param text as typed. @returns null for nothing */
export function groupName(text: string): string | null {
  const name = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()].slice(0, LONGEST).join('').trim();
  return name === '' ? null : name;
}

/**
 * What to set in the metadata so that it belongs to a group, or to none. An empty text stands for none: a null would be kept by
 * a server that replaces, and a missing member by one that merges.
 */
export function groupChange(name: string | null): Record<typeof GROUP_MEMBER, string> {
  return { [GROUP_MEMBER]: name === null ? '' : (groupName(name) ?? '') };
}
