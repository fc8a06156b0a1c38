// @vitest-environment jsdom
// Hostile messages made fit to read: nothing of their HTML survives but text, nothing is lost of codes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../components/parts/code-digits.tsx';
import {
  cleanLine,
  cleanText,
  cutTags,
  MAX_SHOWN,
  markCodes,
  textOfHtml,
} from '../../../components/words/plain-text.ts';

describe('HTML as text', () => {
  it('keeps what is read and drops what acts or hides', () => {
    const text = textOfHtml(
      '<head><title>t</title><style>p{}</style></head><h1>Hello</h1><p>Your code:<br><b>482 913</b></p>' +
        '<div style="display: none">111111</div><p hidden>222222</p><script>document.title="x"</script>' +
        '<img src="http://127.0.0.1:9/pixel" alt="Shop"><table><tr><td>valid</td><td>10 min</td></tr></table>',
    );
    expect(cleanText(text.text).text).toBe('Hello\nYour code:\n482 913\nShop\nvalid 10 min');
    expect(document.title).toBe('');
    expect(document.querySelector('img')).toBeNull();
  });

  it('stops at what nobody reads', () => {
    const reduced = textOfHtml(`<p>${'word '.repeat(300_000)}</p><p>more</p>`);
    const body = cleanText(reduced.text);
    expect(body.text.length).toBeLessThanOrEqual(MAX_SHOWN);
    expect(reduced.cut && body.cut).toBe(true);
  });

  it('is cut where more elements begin than a browser builds in no time', () => {
    const html = '<p>1<p>2</p></p><a < b>3<!-- <i> -->';
    expect([0, 1, 2, 3, 4].map((most) => cutTags(html, most))).toEqual([
      '',
      '<p>1',
      '<p>1<p>2</p></p>',
      '<p>1<p>2</p></p><a < b>3<!-- ',
      html,
    ]);
    expect(cutTags('<div>'.repeat(30_000), 10_000)).toHaveLength(50_000);
  });
});

describe('a mail of nothing but blanks', () => {
  // Tried from every blank anew, these took the popup a minute.
  it('is read in no time as text', () => {
    expect(cleanText(`${' '.repeat(2 * MAX_SHOWN - 1)}x`).text).toBe('x');
    expect(cleanText(`a${'\t'.repeat(MAX_SHOWN)}\nb \n c`).text).toBe('a\nb\n c');
  });

  it('is read in no time as HTML', () => {
    expect(textOfHtml(`${' <!---->'.repeat(MAX_SHOWN)}x<br> y`).text.trim()).toBe('x\ny');
  });
});

describe('text', () => {
  it('loses direction overrides, zero-width and control characters, and keeps lines', () => {
    expect(cleanText('a\u202eb\u2066c\u200bd\u0000\r\n\r\n\r\n\r\ne').text).toBe('abcd\n\ne');
    expect(cleanLine(' moc.\u202eknab \n <x> ')).toBe('moc.knab <x>');
  });

  it('keeps what joins letters and emoji', () => {
    expect(cleanLine('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧');
  });
});

describe('codes in text', () => {
  it('are found with spaces or hyphens inside, and not inside longer runs', () => {
    const pieces = markCodes('Use 482 913 or 482-913, not 4829131 or A482913.', ['482913']);
    expect(pieces.filter(({ code }) => code).map(({ text }) => text)).toEqual(['482 913', '482-913']);
  });

  it('never lose or change a character, whatever the code holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 8 })), (text, codes) => {
        expect(
          markCodes(text, codes)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('are grouped for the eye without changing them', () => {
    expect(groupsOf('482913')).toEqual(['482', '913']);
    expect(groupsOf('07315526')).toEqual(['0731', '5526']);
    expect(groupsOf('1234567')).toEqual(['123', '4567']);
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }), (code) => {
        expect(groupsOf(code).join('')).toBe(code);
      }),
    );
  });
});
