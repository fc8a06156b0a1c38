// What a refusal of the vault looks like, to compare with. By its code and not by its class: a fresh worker has a class of
// its own, as a message that crossed a border has none.
import { expect } from 'vitest';

/** An error of this code, whose detail has at least these members. */
export const code = (value: string, detail: object = {}) =>
  expect.objectContaining({ code: value, detail: expect.objectContaining(detail) });
