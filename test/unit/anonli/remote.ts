// The other side of an anon.li account: rows of the sandbox's server, and what another client of the account sees and does there.
// Leans on the sandbox alone, so that tests in real browsers can have it too.
import type { AliasRow, VaultRow } from '../../sandbox/anonli/rows.ts';
import { openText, sealText } from '../../sandbox/anonli/second-client.ts';
import { seedAliases } from '../../sandbox/anonli/seed.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** The other side: rows of the server, and what another client of the account sees and does. */
export interface Remote {
  rows(): AliasRow[];
  row(remoteId: string): AliasRow;
  read(remoteId: string, field: 'label' | 'note'): string | null;
  write(remoteId: string, field: 'label' | 'note', text: string): void;
  remove(remoteId: string): void;
  /** Makes one there, without a text. */
  add(): void;
}

export function vaultOf({ world }: Sandbox): VaultRow {
  for (const { vault } of world.state.anonli.users.values()) if (vault !== null) return vault;
  throw new Error('no vault at the service');
}

/** Changes the service's vault behind our back. */
export function setVault({ world }: Sandbox, change: Partial<VaultRow>): void {
  for (const user of world.state.anonli.users.values()) {
    if (user.vault !== null) user.vault = { ...user.vault, ...change };
  }
}

export function remoteOf(sandbox: Sandbox): Remote {
  const { world } = sandbox;
  const { aliases } = world.state.anonli;
  const row = (id: string): AliasRow => {
    const found = aliases.get(id);
    if (found === undefined) throw new Error('no such alias at the service');
    return found;
  };
  const key = (): string => vaultOf(sandbox).key ?? '';
  return {
    rows: () => [...aliases.values()],
    row,
    read: (id, field) => {
      const { encryptedLabel, encryptedNote } = row(id);
      return openText(key(), id, field, field === 'label' ? encryptedLabel : encryptedNote);
    },
    write: (id, field, text) => {
      row(id)[field === 'label' ? 'encryptedLabel' : 'encryptedNote'] = sealText(key(), id, field, text);
    },
    remove: (id) => {
      aliases.delete(id);
    },
    add: () => {
      const [user] = world.state.anonli.users.values();
      if (user === undefined) throw new Error('no user');
      const wish = { count: 1, now: world.now(), offEvery: 0, noteEvery: 0, labels: false };
      seedAliases(world.state.anonli, user, wish);
    },
  };
}
