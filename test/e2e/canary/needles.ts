// A secret in every form in which it could lie on a disk, as byte strings to look for. Leans on Buffer; a secret too short
// to be told from chance is refused.

export interface Needle {
  /** The secret's name in the test, never its value: failures are printed. */
  secret: string;
  /** How it was written: `utf-8`, `base64+1 in utf-16le` … */
  form: string;
  bytes: Buffer;
}

/** Shorter than this, a find could be chance. */
const LEAST = 10;

/** The part of a base64 text that stays the same whatever stands before and after, when `before` bytes (mod 3) stand before. */
function base64Core(value: Uint8Array, before: number, alphabet: 'base64' | 'base64url'): string {
  const text = Buffer.concat([Buffer.alloc(before), value]).toString(alphabet);
  const firstWhole = Math.ceil((before * 8) / 6);
  const endWhole = Math.floor(((before + value.length) * 8) / 6);
  return text.slice(firstWhole, endWhole);
}

/** Big-endian UTF-16, which Node does not write by itself; IndexedDB keys are stored so. */
function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** One text as it may stand in a file. */
function writings(text: string, form: string): { form: string; bytes: Buffer }[] {
  return [
    { form, bytes: Buffer.from(text, 'utf8') },
    { form: `${form} in utf-16le`, bytes: Buffer.from(text, 'utf16le') },
    { form: `${form} in utf-16be`, bytes: utf16be(text) },
  ];
}

/**
 * @param value text, or raw bytes for keys.
 * @returns each distinct byte string once.
 */
export function needlesOf(secret: string, value: string | Uint8Array): Needle[] {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  if (bytes.length < LEAST) throw new RangeError(`${secret} is too short to look for`);
  const found = typeof value === 'string' ? writings(value, 'text') : [{ form: 'bytes', bytes }];
  for (const before of [0, 1, 2]) {
    for (const alphabet of ['base64', 'base64url'] as const) {
      found.push(...writings(base64Core(bytes, before, alphabet), `${alphabet}+${before}`));
    }
  }
  // The same text in UTF-16 is often what gets encoded, not its UTF-8.
  if (typeof value === 'string') {
    const wide = Buffer.from(value, 'utf16le');
    for (const before of [0, 1, 2]) {
      found.push(...writings(base64Core(wide, before, 'base64'), `base64+${before} of utf-16le`));
    }
  }
  found.push(
    ...writings(bytes.toString('hex'), 'hex'),
    ...writings(bytes.toString('hex').toUpperCase(), 'HEX'),
  );
  const distinct = new Map(found.map((one) => [one.bytes.toString('latin1'), { secret, ...one }]));
  return [...distinct.values()];
}
