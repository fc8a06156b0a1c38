// The shop's stock: a table of made-up goods with their drawings as paths of a 120 × 120 picture. Nothing here is
// input, so the drawings may go into the page as they are.
export interface Product {
  slug: string;
  name: string;
  words: string;
  cents: number;
  /** Body of an SVG drawing; strokes take the page's colours through CSS classes `a` and `b`. */
  drawing: string;
}

export const PRODUCTS: readonly Product[] = [
  {
    slug: 'enamel-mug',
    name: 'Enamel mug',
    words: 'Steel under glass enamel, 350 ml. Survives camp fires and dishwashers.',
    cents: 1450,
    drawing:
      '<path class="a" d="M32 38h48v44a10 10 0 0 1-10 10H42a10 10 0 0 1-10-10z"/><path class="b" d="M80 48h8a12 12 0 0 1 0 28h-8" fill="none"/><path class="b" d="M32 38h48"/>',
  },
  {
    slug: 'pocket-notebook',
    name: 'Pocket notebook',
    words: 'Thread-bound, 96 dotted pages, lies flat from the first to the last.',
    cents: 890,
    drawing:
      '<rect class="a" x="36" y="24" width="50" height="72" rx="4"/><path class="b" d="M46 24v72M56 42h20M56 52h14"/>',
  },
  {
    slug: 'reading-lamp',
    name: 'Reading lamp',
    words: 'Warm light, three steps, an arm that stays where you leave it.',
    cents: 6400,
    drawing:
      '<path class="a" d="M60 30l28 8-16 26-26-14z"/><path class="b" d="M54 52L38 70l14 22M34 96h40" fill="none"/>',
  },
  {
    slug: 'canvas-tote',
    name: 'Canvas tote',
    words: 'Heavy organic cotton with a pocket for keys. Carries twelve kilos.',
    cents: 2200,
    drawing:
      '<path class="a" d="M30 48h60l-6 48H36z"/><path class="b" d="M46 48V38a14 14 0 0 1 28 0v10M50 66h20v14H50z" fill="none"/>',
  },
  {
    slug: 'herb-pot',
    name: 'Herb pot',
    words: 'Unglazed clay with its own saucer; basil seeds come along.',
    cents: 1790,
    drawing:
      '<path class="a" d="M38 62h44l-6 32H44z"/><path class="b" d="M60 62V34M60 46c-10 0-16-6-16-14 10 0 16 6 16 14zM60 42c8 0 14-5 14-12-8 0-14 5-14 12z" fill="none"/>',
  },
  {
    slug: 'beeswax-candle',
    name: 'Beeswax candle',
    words: 'Forty hours of quiet light from a beekeeper two streets away.',
    cents: 1200,
    drawing:
      '<rect class="a" x="46" y="50" width="28" height="44" rx="3"/><path class="b" d="M60 50v-8M60 42c-6-6 0-10 0-16 4 6 6 10 0 16z" fill="none"/>',
  },
];

export const price = (cents: number): string => `£${(cents / 100).toFixed(2)}`;
