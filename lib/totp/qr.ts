// Finds a QR code in a picture of a page, given as RGBA pixels. Leans on `qr` (it searches several scales and inverted codes by
// itself; measured on page-like pictures of 1280×800 to 2560×1600 it reads every code from 2 pixels a module in 3 to 35 ms).
// What it misses there, codes of one and a half pixels a module, is found here by enlarging overlapping tiles. Touches no canvas.
import { decodeQR, type FinderPoints } from 'qr/decode.js';
import { AppError } from '../error.ts';

/** Like `ImageData`: four bytes a pixel (RGBA), rows from the top. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Codes looked for in one picture: a set-up page may also show one that leads to an app store. */
const MOST_CODES = 4;
/** Side and overlap of a tile in pixels; the overlap holds any code too small to be read without enlarging. */
const TILE = 480;
const OVERLAP = 160;
/** A screenshot of a 4K screen at double density; beyond that somebody is playing with our memory. */
const MOST_PIXELS = 40_000_000;
/** Milliseconds for all tiles together: the person is waiting, and the answer is probably no. */
const TILE_BUDGET = 1_500;

interface Found {
  text: string;
  box: FinderPoints['boundingBox'];
}

function decodeOnce(picture: Pixels, timeLimit: number): Found | null {
  let box: Found['box'] = { x: 0, y: 0, width: 0, height: 0 };
  try {
    const text = decodeQR(picture, {
      format: 'RGBA',
      effort: 2,
      timeLimit,
      pointsOnDetect: (points) => {
        box = points.boundingBox;
      },
    });
    return { text, box };
  } catch (error) {
    // The library reports "none" and "unreadable" by throwing, each in its own words.
    if (error instanceof Error) return null;
    throw error;
  }
}

function isLink(text: string): boolean {
  return /^(apple-)?otpauth(-migration)?:/i.test(text.trim());
}

/** Paints over a code that was read, so that the next search finds another. */
function paintOver({ data, width, height }: Pixels, box: Found['box']): void {
  const left = Math.max(0, Math.floor(box.x));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y++) {
    data.fill(128, 4 * (y * width + left), 4 * (y * width + right));
  }
}

/** Every code of the picture as it is, until one is a set-up link. */
function decodeWhole(picture: Pixels): string[] {
  const texts: string[] = [];
  let rest = picture;
  for (let round = 0; round < MOST_CODES; round++) {
    const found = decodeOnce(rest, 200);
    if (found === null) break;
    texts.push(found.text);
    if (isLink(found.text)) break;
    if (rest === picture) rest = { ...picture, data: new Uint8ClampedArray(picture.data) };
    paintOver(rest, found.box);
  }
  return texts;
}

/** A square of the picture at twice the size, bilinear: nearest-neighbour would only repeat the blur. */
function enlarge({ data, width, height }: Pixels, left: number, top: number): Pixels {
  const w = Math.min(TILE, width - left);
  const h = Math.min(TILE, height - top);
  const out = new Uint8ClampedArray(w * h * 16);
  for (let y = 0; y < 2 * h; y++) {
    const sy = Math.min(Math.max((y - 0.5) / 2, 0), h - 1);
    const y0 = Math.floor(sy);
    const y1 = Math.min(y0 + 1, h - 1);
    const fy = sy - y0;
    for (let x = 0; x < 2 * w; x++) {
      const sx = Math.min(Math.max((x - 0.5) / 2, 0), w - 1);
      const x0 = Math.floor(sx);
      const x1 = Math.min(x0 + 1, w - 1);
      const fx = sx - x0;
      const at = 4 * (y * 2 * w + x);
      for (let channel = 0; channel < 3; channel++) {
        const read = (px: number, py: number): number =>
          data[4 * ((top + py) * width + left + px) + channel] ?? 0;
        const above = read(x0, y0) * (1 - fx) + read(x1, y0) * fx;
        const below = read(x0, y1) * (1 - fx) + read(x1, y1) * fx;
        out[at + channel] = above * (1 - fy) + below * fy;
      }
      out[at + 3] = 255;
    }
  }
  return { data: out, width: 2 * w, height: 2 * h };
}

function* tileStarts(length: number): Generator<number> {
  for (let at = 0; ; at += TILE - OVERLAP) {
    if (at + TILE >= length) {
      yield Math.max(0, length - TILE);
      return;
    }
    yield at;
  }
}

function decodeTiles(picture: Pixels): string | null {
  const deadline = performance.now() + TILE_BUDGET;
  for (const top of tileStarts(picture.height)) {
    for (const left of tileStarts(picture.width)) {
      if (performance.now() > deadline) return null;
      const found = decodeOnce(enlarge(picture, left, top), 60);
      if (found !== null) return found.text;
    }
  }
  return null;
}

/**
 * @returns the text of the QR code in the picture; with several, the one that is an `otpauth:` link, else the first found.
 * Hostile text: any page can show a code. Throws AppError('no-qr') when there is none, or the picture is malformed.
 */
export function decodeQr(pixels: Pixels): string {
  const { data, width, height } = pixels;
  const area = width * height;
  if (!(area > 0 && area <= MOST_PIXELS) || data.length !== 4 * area) throw new AppError('no-qr');
  const texts = decodeWhole(pixels);
  const text = texts.find(isLink) ?? texts[0] ?? decodeTiles(pixels);
  if (text === null || text === undefined) throw new AppError('no-qr');
  return text;
}
