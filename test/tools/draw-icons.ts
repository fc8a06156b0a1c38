// Draws the toolbar icons from the one path of the mark: public/icons/SIZE.png. Run by hand after changing the mark:
// `npx --no-install node test/tools/draw-icons.ts [CHROMIUM]`. Leans on Chromium as the renderer; the results are committed.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { MASK } from '../../components/parts/mask.ts';

/** Sizes the browsers ask for: toolbar at 1x and 2x, extension page, store. */
const SIZES = [16, 32, 48, 96, 128];
const FOLDER = fileURLToPath(new URL('../../public/icons/', import.meta.url));

/** Small sizes leave the mask more of the tile: at 16 px every pixel of margin is a pixel of eye. */
function drawing(size: number): string {
  const margin = size <= 32 ? 0.5 : 2.5;
  const view = `${-margin} ${-margin - 0.6} ${24 + 2 * margin} ${24 + 2 * margin}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${view}">
    <rect x="${-margin}" y="${-margin - 0.6}" width="${24 + 2 * margin}" height="${24 + 2 * margin}" rx="5.500" fill="#0b665f"/>
    <path fill="#fff" fill-rule="evenodd" d="${MASK}"/></svg>`;
}

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 160, height: 160 } });
await mkdir(FOLDER, { recursive: true });
for (const size of SIZES) {
  await page.setContent(
    `<body style="margin:0;background:transparent;line-height:0">${drawing(size)}</body>`,
  );
  const png = await page.locator('svg').screenshot({ omitBackground: true });
  await writeFile(`${FOLDER}${size}.png`, png);
}
await browser.close();
