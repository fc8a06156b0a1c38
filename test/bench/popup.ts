// From the opening of the popup to the first painted rows of ten thousand addresses, with the worker awake and asleep. Leans on
// paint.ts.
import { type Figure, sampled } from './figure.ts';
import { fillVault } from './many.ts';
import { paintRows } from './paint.ts';
import { onStage, type Setting } from './stage.ts';

const MANY = 10_000;
const TURNS = 11;

export async function measurePopup(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    const openOnce = (asleep: boolean) => paintRows(stage, 'addresses', '.email', asleep);
    await fillVault(stage, setting, MANY);
    await openOnce(true);
    const warm: number[] = [];
    const cold: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      warm.push(await openOnce(false));
      cold.push(await openOnce(true));
    }
    return [sampled('popup-rows-warm', warm, 'ms', 150), sampled('popup-rows-cold', cold, 'ms', 250)];
  });
}
