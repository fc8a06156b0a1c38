// Pictures of where our button and menu stand beside things they must not cover. Leans on the pages and the vault of the
// placement tests, which hold what the pictures show; draws nothing itself.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openMenu, type Scene, setScene } from '../e2e/hostile/scene.ts';

interface Placement {
  /** Of the picture: `placement-NAME.png`. */
  name: string;
  page: string;
  /** Window in CSS pixels, and device pixels to one of them. */
  size: { width: number; height: number };
  scale?: number;
  /** What happens to the page before its field is clicked, in its own words. */
  before?: string;
  field: string;
  /** Part of the address of the frame that holds the field. */
  frame?: RegExp;
}

export const PLACEMENTS: readonly Placement[] = [
  {
    name: 'another-manager',
    page: 'managers.html',
    size: { width: 860, height: 420 },
    before: `put('closed-frame')`,
    field: '#email',
  },
  {
    name: 'right-to-left',
    page: 'letters.html',
    size: { width: 760, height: 360 },
    before: `(speak('ar'), document.documentElement.dir = 'rtl')`,
    field: '#a1',
  },
  { name: 'zoom-200', page: 'sign-up.html', size: { width: 500, height: 400 }, scale: 2, field: '#email' },
  {
    name: 'dialog',
    page: 'layers.html',
    size: { width: 760, height: 480 },
    before: '(outer.showModal(), inner.showModal())',
    field: '#in-dialog',
  },
  {
    name: 'narrow-frame',
    page: 'narrow.html',
    size: { width: 600, height: 640 },
    field: '#email',
    frame: /sign-up/,
  },
];

/** Takes every picture into `folder`. @returns the names of the files. */
export async function takePlacements(folder: string): Promise<string[]> {
  const scene = await setScene();
  const taken: string[] = [];
  try {
    for (const placement of PLACEMENTS) {
      const file = `placement-${placement.name}.png`;
      const page = await scene.browser.context.newPage();
      await show(scene, page, placement);
      await page.screenshot({ path: join(folder, file) });
      await page.close();
      taken.push(file);
    }
  } finally {
    await scene.close();
  }
  return taken;
}

async function show(
  scene: Scene,
  page: Page,
  { page: name, size, scale, before, field, frame }: Placement,
): Promise<void> {
  await page.setViewportSize(size);
  if (scale) {
    const session = await scene.browser.context.newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: scale,
      mobile: false,
    });
  }
  await page.goto(`${scene.sandbox.json.pages}/placement/${name}`);
  if (before) await page.evaluate(before);
  if (!frame) {
    await openMenu(scene, page, field, /own\.example/);
  } else {
    const inner = page.frame({ url: frame });
    if (!inner) throw new Error(`no frame ${frame}`);
    await inner.locator(field).click();
    const menu = await scene.browser.menuFrame(page);
    await menu
      .getByRole('menuitem', { name: /own\.example/ })
      .first()
      .waitFor();
  }
  // Fonts and the frame's last height: what a person would wait for before looking.
  await page.evaluate(
    'new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 300))',
  );
}
