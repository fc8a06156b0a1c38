// Messages as plain lines: what a person sees, in ASCII digits, without what the sender hid.
import { expect, test } from 'vitest';
import { plainForm, readHtml } from '../../../lib/codes/text.ts';

const lines = (html: string): string[] =>
  readHtml(html)
    .text.split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

test('blocks are lines, cells are parted, inline runs together', () => {
  expect(lines('<h1>One</h1><p>t<b>w</b>o<br>three</p><table><tr><td>4</td><td>5</td></tr></table>')).toEqual(
    ['One', 'two', 'three', '4  5'],
  );
});

test('entities are decoded, also numeric and without semicolon', () => {
  expect(lines('<p>a&amp;b &#52;&#x38; &copy 2026 &nbsp;x</p>')).toEqual(['a&b 48 © 2026 x']);
});

test.each([
  '<style>x</style>',
  '<script>x</script>',
  '<!-- x -->',
  '<p style="DISPLAY : none">x</p>',
  '<p style="color:red;visibility:hidden">x</p>',
  '<div hidden><p>x<br>x</p></div>',
  '<span style="font-size:0">x</span>',
  '<template>x</template>',
  '<head><title>x</title></head>',
])('%s shows nothing', (html) => expect(lines(`${html}<p>seen</p>`)).toEqual(['seen']));

test('a font size of ten is not a font size of nothing', () => {
  expect(lines('<p style="font-size:0.9em">a</p><p style="opacity:0.8">b</p>')).toEqual(['a', 'b']);
});

test('links with their text and pictures', () => {
  const { anchors } = readHtml(
    '<p>x</p><a href=" https://a.test/?a=1&amp;b=2 ">Confirm <b>now</b><img alt="Logo"></a><a name=n>y</a>',
  );
  expect(anchors).toMatchObject([{ href: 'https://a.test/?a=1&b=2', text: 'Confirm now Logo' }]);
});

test('broken markup is read on', () => {
  expect(lines('<p>one<div>two</b></p></p><td>three<a href="x>four')).toContain('two');
});

test.each([
  ['４４１９０７', '441907'],
  ['٥٥٢٠١٩', '552019'],
  ['۷۷۱۰۲۴', '771024'],
  ['३०८११४', '308114'],
  ['๔๔๑๒๐๘', '441208'],
  ['12\u200b34\u00ad56', '123456'],
  ['a \u202e654321\u202c b', 'a   b'],
  ['4\ufe0f\u20e38\ufe0f\u20e3', '48'],
  ['12\u00a034', '12 34'],
  ['12–34', '12-34'],
  ['a\r\nb\rc', 'a\nb\nc'],
])('%j is %j', (text, plain) => expect(plainForm(text)).toBe(plain));
