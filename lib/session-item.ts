// One typed value in `storage.session`: memory of the browser, gone at its end, out of reach of content scripts. Leans on
// valibot for decoding what an older build left; holds what the worker must remember across its own death, never on disk.
import * as v from 'valibot';
import { browser } from './platform.ts';

export interface SessionItem<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Read, change, write, one after the other: two calls never see the same old value. */
  change<R>(step: (value: T) => { next: T; result: R }): Promise<R>;
}

/** @param initial the value when nothing (or something unreadable) is stored. */
export function sessionItem<T>(
  key: string,
  shape: v.GenericSchema<unknown, T>,
  initial: () => T,
): SessionItem<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const get = async (): Promise<T> => {
    const stored = (await browser.storage.session.get(key))[key];
    const decoded = v.safeParse(shape, stored);
    return decoded.success ? decoded.output : initial();
  };
  const set = async (value: T): Promise<void> => {
    await browser.storage.session.set({ [key]: value });
  };
  return {
    get,
    set,
    change(step) {
      const turn = queue.then(async () => {
        const { next, result } = step(await get());
        await set(next);
        return result;
      });
      // The next turn comes whether or not this one failed; the failure belongs to this caller alone.
      queue = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
  };
}
