// The user's settings: the only thing of ours in `storage.local`, one entry each, so that two writers cannot undo each other.
// Leans on lib/platform and default-settings.ts. Holds no site and no secret; what it cannot read is the default.
import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from './default-settings.ts';
import { AppError } from './error.ts';
import { browser } from './platform.ts';

const SHAPES: { [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> } = {
  // A day at most: longer than that is "until the browser closes", which is 0.
  autoLockMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)),
  openMenuOnFocus: v.boolean(),
  theme: v.picklist(['system', 'light', 'dark']),
  blindTags: v.boolean(),
  showBefore: v.boolean(),
  keepAsked: v.boolean(),
  checkDays: v.picklist([0, 30, 90, 365]),
  notifyChecks: v.boolean(),
};

const keyOf = (name: keyof Settings): string => `settings.${name}`;
const NAMES = Object.keys(SHAPES) as readonly (keyof Settings)[];

export async function readSettings(): Promise<Settings> {
  const found = await browser.storage.local.get(NAMES.map(keyOf));
  const one = <T>(name: keyof Settings, shape: v.GenericSchema<unknown, T>, fallback: T): T => {
    const read = v.safeParse(shape, found[keyOf(name)]);
    return read.success ? read.output : fallback;
  };
  return {
    autoLockMinutes: one('autoLockMinutes', SHAPES.autoLockMinutes, DEFAULT_SETTINGS.autoLockMinutes),
    openMenuOnFocus: one('openMenuOnFocus', SHAPES.openMenuOnFocus, DEFAULT_SETTINGS.openMenuOnFocus),
    theme: one('theme', SHAPES.theme, DEFAULT_SETTINGS.theme),
    blindTags: one('blindTags', SHAPES.blindTags, DEFAULT_SETTINGS.blindTags),
    showBefore: one('showBefore', SHAPES.showBefore, DEFAULT_SETTINGS.showBefore),
    keepAsked: one('keepAsked', SHAPES.keepAsked, DEFAULT_SETTINGS.keepAsked),
    checkDays: one('checkDays', SHAPES.checkDays, DEFAULT_SETTINGS.checkDays),
    notifyChecks: one('notifyChecks', SHAPES.notifyChecks, DEFAULT_SETTINGS.notifyChecks),
  };
}

/**
 * Changes the settings named, and no others.
 * @returns all settings after the change. @throws AppError `malformed` naming the setting, with nothing changed.
 */
export async function writeSettings(change: Partial<Settings>): Promise<Settings> {
  const entries: Record<string, unknown> = {};
  for (const name of NAMES) {
    if (change[name] === undefined) continue;
    const read = v.safeParse(SHAPES[name], change[name]);
    if (!read.success) throw new AppError('malformed', { field: name });
    entries[keyOf(name)] = read.output;
  }
  await browser.storage.local.set(entries);
  return readSettings();
}
