// What happens in the world, told to whoever listens while it happens: the live line of AliasKit's sandbox is the one that does.
// Leans on nothing; keeps nothing.

/** A change as a live line shows it. `record` and `old` are rows in the wire's own names. */
export interface Happening {
  identityId: string;
  /** A row of a table that came, changed or went; absent for what is in no table. */
  row?: {
    table: 'email_messages' | 'sms_messages';
    type: 'INSERT' | 'UPDATE' | 'DELETE';
    record: Record<string, unknown>;
    old: Record<string, unknown>;
  };
  /** A named event; absent where only the row changed. */
  event?: { name: string; data: Record<string, unknown> };
}

export interface Bus {
  tell(happening: Happening): void;
  /** @returns how to stop listening */
  listen(hear: (happening: Happening) => void): () => void;
}

export function createBus(): Bus {
  const ears = new Set<(happening: Happening) => void>();
  return {
    tell(happening) {
      for (const hear of ears) hear(happening);
    },
    listen(hear) {
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };
}
