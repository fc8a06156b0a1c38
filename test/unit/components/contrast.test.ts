// The colours of tokens.css against WCAG 2.2 AA, computed from the file itself: text 4.5 : 1, borders and marks 3 : 1, in
// both themes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../components/style/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly (readonly [ink: string, ...grounds: string[]])[] = [
  ['ink', 'ground', 'sunk', 'raised'],
  ['ink-soft', 'ground', 'sunk', 'raised'],
  ['accent', 'ground', 'sunk', 'raised'],
  ['on-accent', 'accent', 'accent-press'],
  ['accent-soft-ink', 'accent-soft', 'ground'],
  ['danger', 'ground', 'sunk', 'raised'],
  ['on-danger', 'danger', 'danger-press'],
  ['danger-soft-ink', 'danger-soft'],
  ['warn-soft-ink', 'warn-soft'],
  // Toasts: ground on ink.
  ['ground', 'ink'],
];
const MARKS: readonly (readonly [mark: string, ...grounds: string[]])[] = [
  ['line-strong', 'ground', 'sunk', 'raised'],
  ['accent', 'accent-soft'],
  ['danger', 'accent-soft'],
];

const cases = (table: typeof TEXT, least: number) =>
  table.flatMap(([mark, ...grounds]) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const).map((theme) => ({ mark, ground, theme, least })),
    ),
  );

describe('contrast', () => {
  it('knows the reference values', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each([...cases(TEXT, 4.5), ...cases(MARKS, 3)])('$mark on $ground, $theme: at least $least', (one) => {
    const mark = pairs.get(one.mark)?.[one.theme];
    const ground = pairs.get(one.ground)?.[one.theme];
    expect(mark && ground).toBeTruthy();
    expect(contrast(mark ?? '', ground ?? '')).toBeGreaterThanOrEqual(one.least);
  });
});
