// What the browser itself keeps of what a person gave to a page: the only finds that are no leak. One line a file of the
// browser, with the secrets it may hold and why. Nothing of the extension's own storage stands here, nor may it.
import type { Find } from './search.ts';

/** The site's name, by visiting it; the address, by having it typed into the site's form and sent. */
type GivenToPage = 'visited site' | 'filled address';

interface Exemption {
  files: RegExp;
  secrets: readonly GivenToPage[];
  why: string;
}

const EXEMPT: readonly Exemption[] = [
  { files: /^Default\/History(-journal|-wal)?$/, secrets: ['visited site'], why: 'visited pages' },
];

export function isExempt({ file, secret }: Find): boolean {
  return EXEMPT.some(({ files, secrets }) => files.test(file) && secrets.some((one) => one === secret));
}
