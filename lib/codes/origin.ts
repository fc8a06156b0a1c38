// Origin-bound one-time codes: a last line `@host #code`, by which a sender says where the code may be typed (WICG
// "Origin-bound one-time codes delivered via SMS"). Leans on site.ts. A malformed line is no such line at all.
import { normalHost } from '../site.ts';

export interface OriginBound {
  /** Host in normal form; the code belongs to its site only. */
  host: string;
  code: string;
}

const LINE = /^@([A-Za-z0-9.-]{1,253}) #([^\s#]{1,255})(?:[#\s].*)?$/;

/** Reads the last line of a message. */
export function readOriginBound(text: string): OriginBound | undefined {
  const line = text.trimEnd().slice(-600).split('\n').at(-1) ?? '';
  const match = LINE.exec(line.trim());
  const host = match?.[1] === undefined ? null : normalHost(match[1]);
  const code = match?.[2];
  return host === null || code === undefined ? undefined : { host, code };
}
