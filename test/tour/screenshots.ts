// `npm run screenshots [-- tour|addresses|placements]`: takes the tour, Addresses in all its states, and where our menu stands;
// keeps some of the pictures in docs/. Leans on tour.ts, addresses.ts and placements.ts; draws nothing itself, so what the
// README shows is what the build does.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../tools/browsers.ts';
import { ensureBuilt } from '../tools/build.ts';
import { ROOT } from '../tools/command.ts';
import { ADDRESS_PICTURES, takeAddresses } from './addresses.ts';
import { takePlacements } from './placements.ts';
import { PICTURES, takeTour } from './tour.ts';

/** Moments of the tour: the part of a picture's name after its number. */
const KEPT = ['menu', 'code', 'scanned', 'boxes-filled'] as const;
const FOLDER = join(ROOT, 'docs');
const say = (line: string): void => console.log(line);

/** Each takes its pictures and answers how many it kept. */
const PARTS: Record<string, () => Promise<number>> = {
  async tour() {
    if (!(await takeTour(say))) throw new Error('the tour did not hold; docs/ is as it was');
    const taken = await readdir(PICTURES);
    for (const moment of KEPT) {
      const picture = taken.find((file) => file.replace(/^\d+-|\.png$/g, '') === moment);
      if (picture === undefined) throw new Error(`the tour took no picture of “${moment}”`);
      await copyFile(join(PICTURES, picture), join(FOLDER, `${moment}.png`));
    }
    return KEPT.length;
  },
  async addresses() {
    await takeAddresses(say);
    await copyFile(join(ADDRESS_PICTURES, 'search.png'), join(FOLDER, 'addresses.png'));
    await copyFile(join(ADDRESS_PICTURES, 'conflict.png'), join(FOLDER, 'conflict.png'));
    return 2;
  },
  placements: async () => (await takePlacements(FOLDER)).length,
};

const wanted = process.argv[2];
if (wanted !== undefined && !Object.hasOwn(PARTS, wanted)) {
  throw new Error(`no part “${wanted}”; there are ${Object.keys(PARTS).join(', ')}`);
}
process.env.MONIKER_CHROMIUM = (await findBrowser('chromium')).path;
await ensureBuilt('chrome');
await mkdir(FOLDER, { recursive: true });
let kept = 0;
for (const [name, take] of Object.entries(PARTS))
  if (wanted === undefined || name === wanted) kept += await take();
say(`kept ${kept} pictures in docs/`);
