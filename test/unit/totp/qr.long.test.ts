// QR codes in whole-page screenshots: small, scaled, inverted, tinted, at edges, beside another; and pages without one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/error.ts';
import { decodeQr, type Pixels } from '../../../lib/totp/qr.ts';
import { type CodeLook, drawCode, drawPage } from './page-picture.ts';

const LINK =
  'otpauth://totp/Demo%20Shop:ana%2Bshop-7f3k2q@mail.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Demo%20Shop&algorithm=SHA1&digits=6&period=30';

const noQr = (pixels: Pixels): string => {
  try {
    return `read ${decodeQr(pixels)}`;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

const looks: [string, CodeLook][] = [
  ['two pixels a module', { scale: 2 }],
  ['three pixels a module', { scale: 3 }],
  ['ten pixels a module', { scale: 10 }],
  ['scaled by a browser to 2.4', { scale: 2.4 }],
  ['scaled to 3.7, inverted', { scale: 3.7, inverted: true }],
  ['inverted', { scale: 4, inverted: true }],
  ['almost no quiet zone', { scale: 4, border: 1 }],
  ['tinted', { scale: 4, dark: [60, 40, 130], light: [225, 220, 240] }],
  ['faint', { scale: 4, dark: [120, 120, 120], light: [210, 210, 210] }],
];

describe.each(looks)('%s', (_, look) => {
  test.each([1, 2, 3, 4])('somewhere on page %i', (seed) => {
    const page = drawPage(1280, 800, seed);
    drawCode(page, LINK, look);
    expect(decodeQr(page)).toBe(LINK);
  });
});

test('tiny on a page: found by enlarging', () => {
  const page = drawPage(1280, 800, 7);
  drawCode(page, LINK, { scale: 1.5 }, { x: 640, y: 420 });
  expect(decodeQr(page)).toBe(LINK);
});

test('in a corner of a large screen', () => {
  const page = drawPage(2560, 1440, 8);
  drawCode(page, LINK, { scale: 2.5 }, { x: 0, y: 0 });
  expect(decodeQr(page)).toBe(LINK);
});

test('beside the code of an app store, the set-up link is the answer, whichever comes first', () => {
  for (const [store, link] of [
    [100, 700],
    [800, 100],
  ] as const) {
    const page = drawPage(1280, 800, 9);
    drawCode(page, 'https://apps.example/get', { scale: 4 }, { x: store, y: 300 });
    drawCode(page, LINK, { scale: 4 }, { x: link, y: 300 });
    expect(decodeQr(page)).toBe(LINK);
  }
});

test('a code that is no set-up link is given as it is', () => {
  const page = drawPage(1280, 800, 10);
  drawCode(page, 'https://shop.example/', { scale: 5 });
  expect(decodeQr(page)).toBe('https://shop.example/');
});

test('the picture itself is left alone', () => {
  const page = drawPage(1280, 800, 11);
  drawCode(page, 'not a link', { scale: 5 });
  const before = page.data.slice();
  decodeQr(page);
  expect(page.data.every((value, at) => value === before[at])).toBe(true);
});

test.each([21, 22, 23])('page %i without a code has none', (seed) =>
  expect(noQr(drawPage(1280, 800, seed))).toBe('no-qr'),
);

test('what is no picture has none', () => {
  expect(noQr({ data: new Uint8ClampedArray(0), width: 0, height: 0 })).toBe('no-qr');
  expect(noQr({ data: new Uint8ClampedArray(8), width: 100, height: 100 })).toBe('no-qr');
  expect(noQr({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toBe('no-qr');
});

test('noise never crashes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer(),
      (w, h, seed) => {
        const noise = drawPage(w, h, seed);
        for (let i = 0; i < noise.data.length; i++) noise.data[i] = 256 * noise.next();
        expect(noQr(noise)).toBe('no-qr');
      },
    ),
    { numRuns: 30 },
  );
});
