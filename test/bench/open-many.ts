// Opening ten thousand sealed addresses: the product's way, with all that makes records of them, against the bare WebCrypto
// openings of the same boxes. In the worker, where it happens.
import { runInside } from './bundle.ts';
import { type Figure, sampled, single } from './figure.ts';
import { fillVault } from './many.ts';
import { onStage, type Setting } from './stage.ts';

const MANY = 10_000;
const PAIRS = 9;

export async function measureOpenMany(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    await fillVault(stage, setting, MANY);
    const worker = await stage.browser.worker();
    // Once untimed: code that runs for the first time is compiled first.
    const { rows } = await runInside(worker, 'openBoth');
    const ratios: number[] = [];
    const times: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const { ours, bare } = await runInside(worker, 'openBoth');
      ratios.push(ours / bare);
      times.push(ours);
    }
    return [
      single('open-many-rows', rows, 'rows', null),
      sampled('open-many', ratios, '×', 1.5),
      sampled('open-many-time', times, 'ms', null),
    ];
  });
}
