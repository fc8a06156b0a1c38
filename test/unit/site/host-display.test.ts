// Hosts shown to people: international names readable, impostors in punycode.
import { expect, test } from 'vitest';
import { displayHost } from '../../../lib/host-display.ts';
import { hostOf } from '../../../lib/site.ts';

const shown = (host: string): string => displayHost(hostOf(`https://${host}/`) ?? '');

test.each([
  'bücher.example',
  'łódź.example',
  'новости.example',
  '食狮.com.cn',
  'ひらがなカナ漢字.jp',
  '한국어.kr',
  'việt.vn',
  'ελληνικά.gr',
  'пример.рф',
])('%s is shown as written', (host) => expect(shown(host)).toBe(host));

test.each([
  ['аррӏе.com', 'all Cyrillic look-alikes'],
  ['pаypal.com', 'Latin with one Cyrillic letter'],
  ['ɡoogle.com', 'phonetic g'],
  ['ǃshop.com', 'click letter'],
  ['οικο.com', 'Greek look-alikes'],
  ['shopрф.com', 'mixed scripts'],
])('%s (%s) is shown in punycode', (host) => expect(shown(host)).toMatch(/xn--/));

test('what does not decode stays as it is', () => {
  expect(displayHost('xn--99999999999.example')).toBe('xn--99999999999.example');
  expect(displayHost('shop.example')).toBe('shop.example');
});
