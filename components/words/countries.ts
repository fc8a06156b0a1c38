// Countries in words. Leans on Intl and the catalogue's language. Those a number can be asked for when an identity is made; for one that
// exists its account says which.
import { language } from '../../lib/i18n.ts';

/** What the service's documents name (ISO 3166-1 alpha-2). */
export const COUNTRIES: readonly string[] = ['US', 'GB'];

export function countryName(code: string): string {
  return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
}
