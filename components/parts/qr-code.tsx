// A text as a QR code (ISO/IEC 18004), drawn on this device: nothing is asked of anyone. Leans on the qr package. Dark on light in every
// theme, with the quiet zone that scanners want.

import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';

/** Modules; the standard's quiet zone. */
const QUIET = 4;
/** Characters. Above it the squares become too small for a phone at this size, and the text alone must do. */
const MOST = 600;

export function QrCode({ text, label }: { text: string; label: string }) {
  const drawn = useMemo(() => (text.length > MOST ? null : draw(text)), [text]);
  if (drawn === null) return null;
  return (
    <svg class="qr" viewBox={`0 0 ${drawn.size} ${drawn.size}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={drawn.path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

function draw(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
