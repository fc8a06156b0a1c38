// `npm run screenshots`: takes the tour and keeps some of its pictures for the README. Leans on tour.ts; draws nothing
// itself, so what the README shows is what the build does.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../tools/browsers.ts';
import { ensureBuilt } from '../tools/build.ts';
import { ROOT } from '../tools/command.ts';
import { PICTURES, takeTour } from './tour.ts';

/** Moments of the tour: the part of a picture's name after its number. */
const KEPT = ['menu', 'code', 'scanned', 'boxes-filled'] as const;

process.env.MONIKER_CHROMIUM = (await findBrowser('chromium')).path;
await ensureBuilt('chrome');
if (!(await takeTour((line) => console.log(line))))
  throw new Error('the tour did not hold; docs/ is as it was');
const folder = join(ROOT, 'docs');
await mkdir(folder, { recursive: true });
const taken = await readdir(PICTURES);
for (const moment of KEPT) {
  const picture = taken.find((file) => file.replace(/^\d+-|\.png$/g, '') === moment);
  if (picture === undefined) throw new Error(`the tour took no picture of “${moment}”`);
  await copyFile(join(PICTURES, picture), join(folder, `${moment}.png`));
}
console.log(`kept ${KEPT.length} pictures in docs/`);
