// Puts the user's theme on the document: `data-theme` decides which half of each light-dark() pair shows. Leans on
// settings.get; `system` leaves the choice to the browser.
import { useEffect } from 'preact/hooks';
import { language } from '../../lib/i18n.ts';
import { useAsk } from './ask.ts';

/** Right-to-left catalogues of ours, by the language's tag. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Keeps theme, language and direction of the document in line with settings and catalogue. */
export function useTheme(): void {
  const settings = useAsk('settings.get', {}, ['settings']);
  const theme = settings.value?.theme ?? 'system';
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language();
    root.dir = RIGHT_TO_LEFT.has(language().split('-')[0] ?? '') ? 'rtl' : 'ltr';
  }, []);
}
