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

const SITE: readonly GivenToPage[] = ['visited site'];

const EXEMPT: readonly Exemption[] = [
  { files: /^Default\/History(-journal)?$/, secrets: SITE, why: 'pages visited' },
  { files: /^Default\/Top Sites(-journal)?$/, secrets: SITE, why: 'pages visited, for the new tab page' },
  { files: /^Default\/Favicons(-journal)?$/, secrets: SITE, why: 'icons of pages visited' },
  {
    files: /^Default\/DIPS(-wal|-journal)?$/,
    secrets: SITE,
    why: 'sites a person acted on, against bounce tracking',
  },
  {
    files: /^segmentation_platform\/ukm_db(-wal)?$/,
    secrets: SITE,
    why: 'pages visited, for local statistics',
  },
  {
    files: /^Default\/Cache\/Cache_Data\/[0-9a-f]{16}_\d$/,
    secrets: SITE,
    why: 'answers of the site, under their URLs',
  },
  // Written anew under a passing name, then renamed. What it says of extensions is a layer of its own (`isExempt`).
  {
    files: /^Default\/(Preferences|[0-9a-f-]{36}\.tmp)$/,
    secrets: SITE,
    why: 'engagement and settings by site',
  },
  {
    files: /^Default\/Sessions\/(Session|Tabs)_\d+$/,
    secrets: ['visited site', 'filled address'],
    why: 'tabs to restore, with what stood in their forms',
  },
  {
    files: /^Default\/Web Data(-journal)?$/,
    secrets: ['filled address'],
    why: 'what was typed into forms that were sent',
  },
];

export function isExempt({ file, secret, layer }: Find): boolean {
  if (layer === 'extension settings') return false;
  return EXEMPT.some(({ files, secrets }) => files.test(file) && secrets.some((one) => one === secret));
}
