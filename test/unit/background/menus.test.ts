// What a menu's fill can undo outlives that menu: the next one of the same field can still take it back, another field's cannot.
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { menuFrames, menuOf, openMenu, rememberUndo } from '../../../entrypoints/background/menus.ts';
import type { Errand } from '../../../entrypoints/background/tickets.ts';

const errand = (documentId: string, ref: string): Errand => ({
  target: { tabId: 1, frameId: 0, documentId },
  origin: 'https://shop.example',
  site: 'shop.example',
  report: { ref, role: 'email', form: 'sign-up', boxes: 1, rejected: false, because: [] },
});
const frame = (documentId: string) => ({ documentId, frameId: 7 });
const undo = { ref: 'field', createdId: 'fresh', at: 5 };

beforeEach(async () => {
  fakeBrowser.reset();
  await openMenu(frame('first'), errand('page', 'field'));
  await rememberUndo('first', undo);
});

it('goes to the next menu of the same field, and the old menu ends', async () => {
  await openMenu(frame('second'), errand('page', 'field'));
  expect((await menuOf('second')).undo).toEqual(undo);
  await expect(menuOf('first')).rejects.toMatchObject({ code: 'forbidden' });
});

it('goes to no menu of another field, nor of another document', async () => {
  await openMenu(frame('elsewhere'), errand('other page', 'field'));
  expect((await menuOf('elsewhere')).undo).toBeNull();
  await openMenu(frame('second'), errand('page', 'another'));
  expect((await menuOf('second')).undo).toBeNull();
});

it('is used up with its own menu', async () => {
  await rememberUndo('first', null);
  await openMenu(frame('second'), errand('page', 'field'));
  expect((await menuOf('second')).undo).toBeNull();
});

it('names the frames of the menus that are open, the ended ones not', async () => {
  await openMenu(frame('second'), errand('page', 'field'));
  expect(await menuFrames()).toEqual([{ tabId: 1, frameId: 7 }]);
});
