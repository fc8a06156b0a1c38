// The secrets of the canary: words that stand nowhere else, one a kind of thing that must not be found. Leans on nothing.
// The keys of the object are what a failure prints; the values are never printed.

export const SECRETS = {
  passphrase: 'quillwort umbrage sedgewick',
  'next passphrase': 'bandersnatch trilobite galoshes',
  'card key': 'ak_ck_quagmirezephyr0123456789abcdef',
  'authenticator secret': 'MZXW6YTBOI4XUWCRJ5KEWTKB',
  issuer: 'Quokkabank Issuer',
  'log-in name': 'marmaladewombat',
  label: 'labelxylophonemitten',
  note: 'notebergamotzeppelin',
  draft: 'draftpumpernickelyak',
  'identity name': 'Thessaly Quincewort',
  handle: 'kumquatlantern77',
  'mail subject': 'subjectvelociraptorjam',
  'mail text': 'textsarsaparillagnome',
  'mail sender': 'sendercandelabrum',
  'site of an address': 'unvisitedhippogriff.example',
  'site of a code': 'unvisitedbasilisk.example',
  'account name': 'accounthalcyonpickle',
} as const;

/** RFC 4648 §6, as authenticator secrets are written; what is stored may be the bytes. */
export function base32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The canary's own site: what is on it is given to a page, so the browser may keep that (exempt.ts). */
export const VISITED = 'visitedsnallygaster.localhost';
