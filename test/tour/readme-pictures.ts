// The README's pictures, from the tour: `npx --no-install node test/tour/readme-pictures.ts`. Takes the tour on the shipped
// build and keeps the moments named here in test/tour/pictures, which are committed; a tour that does not hold keeps none.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from '../tools/build.ts';
import { PICTURES, takeTour } from './tour.ts';

/** Moments of journey.ts that tell the main job to somebody who has not seen it. */
const KEPT = ['menu', 'code', 'scanned', 'boxes-filled'] as const;
const SHELF = join(import.meta.dirname, 'pictures');

await ensureBuilt('chrome');
if (await takeTour((line) => console.log(line))) {
  await mkdir(SHELF, { recursive: true });
  const taken = await readdir(PICTURES);
  for (const moment of KEPT) {
    const file = taken.find((name) => name.replace(/^\d+-/, '') === `${moment}.png`);
    if (file === undefined) throw new Error(`the tour has no moment “${moment}” any more`);
    await copyFile(join(PICTURES, file), join(SHELF, `${moment}.png`));
    console.log(`kept test/tour/pictures/${moment}.png`);
  }
} else {
  process.exitCode = 1;
}
