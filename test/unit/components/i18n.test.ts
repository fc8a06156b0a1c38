// Words: substitutions, plurals, and that every message of the catalogue is whole. Leans on the real English catalogue.
import { describe, expect, it } from 'vitest';
import { t, tn } from '../../../lib/i18n.ts';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };

describe('messages', () => {
  it('puts substitutes in place verbatim, also those that look like marks', () => {
    expect(t('errorNotFoundTitle', '$1<b>')).toBe('This $1<b> is no longer there');
  });

  it('takes the plural form of the catalogue’s language and groups large counts', () => {
    expect(tn('waitSeconds', 1)).toBe('in 1 second');
    expect(tn('waitSeconds', 12345)).toBe('in 12,345 seconds');
  });

  it('has an "other" form beside every "one" form, and no empty message', () => {
    const keys = Object.keys(english);
    const lonely = keys.filter(
      (key) => key.endsWith('_one') && !keys.includes(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
    expect(Object.entries(english).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });

  it('uses substitutes from $1 on without gaps', () => {
    const gappy = Object.entries(english).filter(([, { message }]) => {
      const marks = new Set([...message.matchAll(/\$([1-9])/g)].map((match) => Number(match[1])));
      return marks.size > 0 && Math.max(...marks) !== marks.size;
    });
    expect(gappy).toEqual([]);
  });
});
