// Supabase's Realtime frames in both versions of its protocol (contract §8.3): objects in 1.0.0, arrays in 2.0.0, where a client's
// broadcast comes as bytes. Pure; what cannot be read is null.

export type Version = '1.0.0' | '2.0.0';

export interface Frame {
  topic: string;
  event: string;
  payload: Record<string, unknown>;
  ref: string | null;
  joinRef: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function frameOf(joinRef: unknown, ref: unknown, topic: unknown, event: unknown, payload: unknown) {
  if (typeof topic !== 'string' || typeof event !== 'string') return null;
  const plain = payload !== null && typeof payload === 'object' && !Array.isArray(payload);
  return {
    topic,
    event,
    payload: plain ? (payload as Record<string, unknown>) : {},
    ref: text(ref),
    joinRef: text(joinRef),
  };
}

export function decode(version: Version, message: Buffer, binary: boolean): Frame | null {
  try {
    if (binary) return decodeBroadcast(message);
    const value: unknown = JSON.parse(message.toString());
    if (value === null || typeof value !== 'object') return null;
    if (version === '2.0.0') {
      if (!Array.isArray(value)) return null;
      const [joinRef, ref, topic, event, payload] = value;
      return frameOf(joinRef, ref, topic, event, payload);
    }
    const { join_ref, ref, topic, event, payload } = value as Record<string, unknown>;
    return frameOf(join_ref, ref, topic, event, payload);
  } catch {
    return null;
  }
}

/** Type 3, a client's broadcast: type, five lengths, an encoding, then the strings and the payload. */
function decodeBroadcast(bytes: Buffer): Frame | null {
  if (bytes.length < 7 || bytes[0] !== 3) return null;
  const lengths = [...bytes.subarray(1, 6)];
  let at = 7;
  const [joinRef, ref, topic, event] = lengths.map((length) => {
    const piece = bytes.subarray(at, at + length).toString();
    at += length;
    return piece;
  });
  const body = bytes.subarray(at).toString();
  const payload = bytes[6] === 1 ? (JSON.parse(body) as unknown) : body;
  return frameOf(joinRef, ref, topic, 'broadcast', { type: 'broadcast', event, payload });
}

export function encode(version: Version, { joinRef, ref, topic, event, payload }: Frame): string {
  return version === '2.0.0'
    ? JSON.stringify([joinRef, ref, topic, event, payload])
    : JSON.stringify({ topic, event, payload, ref, join_ref: joinRef });
}
