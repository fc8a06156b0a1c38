// Opening ten thousand sealed addresses: the product's way, with all that makes records of them, against the bare WebCrypto
// openings of the same boxes. In the worker, where it happens.
import { runInside } from './bundle.ts';
import { type Figure, sampled, single } from './figure.ts';
import { fillVault } from './many.ts';
import { onStage, type Setting } from './stage.ts';

const MANY = 10_000;
const PAIRS = 20;

export async function measureOpenMany(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    await fillVault(stage, setting, MANY);
    const worker = await stage.browser.worker();
    const { rows, times } = await runInside(worker, 'openBoth', PAIRS);
    return [
      single('open-many-rows', rows, 'rows', null),
      sampled(
        'open-many',
        times.map(({ ours, bare }) => ours / bare),
        '×',
        1.5,
      ),
      sampled(
        'open-many-time',
        times.map(({ ours }) => ours),
        'ms',
        null,
      ),
      sampled(
        'open-many-bare',
        times.map(({ bare }) => bare),
        'ms',
        null,
      ),
    ];
  });
}
