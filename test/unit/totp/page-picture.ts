// Draws pictures that look like screenshots of pages: bars of text, coloured boxes, squares that resemble a QR code's
// corners, and QR codes of any size in any place. Pixels only; the same seed draws the same picture.
import { encodeQR } from 'qr';
import type { Pixels } from '../../../lib/totp/qr.ts';

export type Colour = readonly [number, number, number];

export interface CodeLook {
  /** Pixels a module; fractions are drawn blurred, as a browser scales pictures. */
  scale: number;
  inverted?: boolean;
  /** Modules of quiet zone; 4 by the standard, often less on pages. */
  border?: number;
  dark?: Colour;
  light?: Colour;
}

export interface Picture extends Pixels {
  next: () => number;
}

/** Numerical Recipes' linear congruence: enough to scatter shapes. */
function randomness(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function box(picture: Pixels, left: number, top: number, w: number, h: number, colour: Colour): void {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(picture.height, top + h); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(picture.width, left + w); x++) {
      picture.data.set(colour, 4 * (y * picture.width + x));
    }
  }
}

export function drawPage(width: number, height: number, seed: number): Picture {
  const next = randomness(seed);
  const picture = { data: new Uint8ClampedArray(4 * width * height).fill(255), width, height, next };
  box(picture, 0, 0, width, 60, [40, 60, 120]);
  for (let y = 80; y < height; y += 18) {
    for (let x = 24; x < width - 24; x += 3 + 5 * next()) {
      if (next() < 0.8) box(picture, x, y + 3 * next(), 1 + 2 * next(), 4 + 6 * next(), [50, 50, 50]);
    }
  }
  for (let i = 0; i < 12; i++) {
    const colour: Colour = [255 * next(), 255 * next(), 255 * next()];
    box(picture, width * next(), 80 + height * next(), 20 + 90 * next(), 20 + 40 * next(), colour);
  }
  for (let i = 0; i < 8; i++) {
    const [x, y, side] = [width * next(), 80 + height * next(), 14 + 7 * Math.floor(4 * next())];
    box(picture, x, y, side, side, [0, 0, 0]);
    box(picture, x + side / 7, y + side / 7, (5 * side) / 7, (5 * side) / 7, [255, 255, 255]);
    box(picture, x + (2 * side) / 7, y + (2 * side) / 7, (3 * side) / 7, (3 * side) / 7, [0, 0, 0]);
  }
  return picture;
}

/** Draws a QR code; without a place, somewhere it fits. */
export function drawCode(
  picture: Picture,
  text: string,
  look: CodeLook,
  place?: { x: number; y: number },
): void {
  const { scale, inverted = false, border = 4, dark = [0, 0, 0], light = [255, 255, 255] } = look;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border });
  const side = Math.round(modules.length * scale);
  const x0 = place?.x ?? Math.floor(picture.next() * (picture.width - side));
  const y0 = place?.y ?? Math.floor(picture.next() * (picture.height - side));
  const samples = Number.isInteger(scale) ? 1 : 4;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let ink = 0;
      for (let i = 0; i < samples * samples; i++) {
        const my = Math.floor((y + ((i % samples) + 0.5) / samples) / scale);
        const mx = Math.floor((x + (Math.floor(i / samples) + 0.5) / samples) / scale);
        ink += (modules[my]?.[mx] ?? false) !== inverted ? 1 : 0;
      }
      const share = ink / (samples * samples);
      const colour = dark.map((d, channel) => d * share + (light[channel] ?? 255) * (1 - share));
      picture.data.set(colour, 4 * ((y0 + y) * picture.width + x0 + x));
    }
  }
}
