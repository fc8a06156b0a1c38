// Verification links: real ones with the token taken apart, look-alikes called out, and honest links of others left alone.
import { describe, expect, test } from 'vitest';
import { parseKayleLink, privacyUrl } from '../../../lib/checks/links.ts';

const ID = `vs_${'a1'.repeat(32)}`;
const TOKEN = 'b2'.repeat(24);
const why = (link: string): string => {
  const parsed = parseKayleLink(link);
  return parsed.kind === 'strange' ? parsed.why : parsed.kind;
};

describe('real links', () => {
  test('the token is apart, and the link is kept without it', () => {
    expect(parseKayleLink(` https://verify.kayle.id/${ID}?cancel_token=${TOKEN}&x=1#y `)).toEqual({
      kind: 'check',
      sessionId: ID,
      host: 'verify.kayle.id',
      origin: 'https://verify.kayle.id',
      official: true,
      page: 'check',
      url: `https://verify.kayle.id/${ID}`,
      cancelToken: TOKEN,
      old: false,
    });
  });

  test('staging, the privacy page, old ids, no token, a token that is none', () => {
    expect(parseKayleLink(`https://verify.staging.kayle.id/${ID}/privacy`)).toMatchObject({
      page: 'privacy',
      url: `https://verify.staging.kayle.id/${ID}/privacy`,
      cancelToken: null,
    });
    expect(parseKayleLink(`https://verify.kayle.id/vs_live_${'a'.repeat(59)}`)).toMatchObject({ old: true });
    expect(parseKayleLink(`https://verify.kayle.id/${ID}?cancel_token=<b>`)).toMatchObject({
      cancelToken: null,
    });
    expect(parseKayleLink(`HTTPS://VERIFY.KAYLE.ID/${ID}`)).toMatchObject({ kind: 'check', official: true });
  });

  test("a host of one's own, with its port, in clear if it must be", () => {
    const configured = ['verify.localhost:2999'];
    expect(parseKayleLink(`http://verify.localhost:2999/${ID}`, { configured })).toMatchObject({
      kind: 'check',
      official: false,
      origin: 'http://verify.localhost:2999',
    });
    expect(why(`http://verify.localhost:2999/${ID}`)).toBe('unknown-host');
    expect(parseKayleLink(`http://verify.localhost:3000/${ID}`, { configured }).kind).toBe('strange');
  });
});

test.each([
  `https://verify.kayle.id.evil.example/${ID}`,
  `https://verify-kayle.id/${ID}`,
  'https://kayle-id.com/',
  `https://verify.kayie.id/${ID}`,
  `https://verify.kaylle.id/${ID}`,
  `https://verify.kalye.id/${ID}`,
  'https://verify.kay1e.id/login',
  `https://verify.kаyle.id/${ID}`,
  'https://xn--kyle-53d.id/',
  `https://kayleid.example/${ID}`,
  `https://kayle.example/${ID}`,
])('a look-alike: %s', (link) => {
  expect(why(link)).toBe('look-alike');
});

test.each([
  [`https://verify.kayle.id@evil.example/${ID}`, 'credentials'],
  ['https://verify.kayle.id@evil.example/', 'credentials'],
  [`https://me@verify.kayle.id/${ID}`, 'credentials'],
  [`http://verify.kayle.id/${ID}`, 'insecure'],
  [`https://checks.example/${ID}`, 'unknown-host'],
])('%s: %s', (link, verdict) => {
  expect(why(link)).toBe(verdict);
});

test.each([
  '',
  'verify.kayle.id',
  'javascript:alert(1)',
  `kayle-id://${ID}`,
  'https://verify.kayle.id/',
  'https://verify.kayle.id/vs_short',
  'https://docs.kayle.id/webhooks',
  'https://kayle.id/',
  'https://shop.example/',
  'https://mikayle.example/',
  'https://kaylee.example/wedding',
  'https://kyle.example/',
  'https://user@shop.example/',
])('none of ours: %s', (link) => {
  expect(why(link)).toBe('other');
});

test('the privacy page carries the token only if told to', () => {
  const link = { origin: 'https://verify.kayle.id', sessionId: ID };
  expect(privacyUrl(link, null)).toBe(`https://verify.kayle.id/${ID}/privacy`);
  expect(privacyUrl(link, TOKEN)).toBe(`https://verify.kayle.id/${ID}/privacy?cancel_token=${TOKEN}`);
});
