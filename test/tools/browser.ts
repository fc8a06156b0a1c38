// Stands for webextension-polyfill in unit tests: WXT's working in-memory browser, plus the one part it lacks, browser.i18n
// over the real English catalogue. Leans on wxt's test kit; unlike the polyfill it does not throw outside an extension.
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const catalogue: Record<string, { message: string } | undefined> = english;

/** As Chrome does it: unknown keys give an empty string, `$1` … `$9` are replaced, `$$` is one dollar sign. */
function getMessage(key: string, substitutions: string | string[] = []): string {
  const subs = typeof substitutions === 'string' ? [substitutions] : substitutions;
  const message = catalogue[key]?.message ?? '';
  return message.replace(/\$(\$|[1-9])/g, (_, mark: string) =>
    mark === '$' ? '$' : (subs[Number(mark) - 1] ?? ''),
  );
}

Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en' });

export default fakeBrowser;
