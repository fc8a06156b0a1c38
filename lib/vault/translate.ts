// The vault's border to the database: what Dexie throws becomes an AppError or, where it is a fault of ours, stays as it is.
// Leans on lib/store/trouble; every promise of the database passes through here once.
import { AppError } from '../error.ts';
import { type Trouble, troubleOf } from '../store/trouble.ts';

const MEANING: Record<Trouble, (cause: unknown) => unknown> = {
  full: (cause) => new AppError('disk-full', {}, { cause }),
  broken: (cause) => new AppError('corrupt', { what: 'store' }, { cause }),
  other: (cause) => cause,
};

/** @throws AppError `disk-full`, `corrupt`; anything else as it came. */
export async function stored<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AppError ? error : MEANING[troubleOf(error)](error);
  }
}
