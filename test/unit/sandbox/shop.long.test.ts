// The demo shop, visited as a person would, mails read from the inbox by the API: sign-up, code by SMTP, two-factor set-up
// and log-in; then each thing a test can tell the shop to do otherwise. And the sites beside it.
import { TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf, ask, mailsOf } from './client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'shop', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const PASSWORD = 'correct horse';
const make = async () => (await api('POST', '/identities')).body;

const codeIn = (text: string): string => /verification code is (\d{6})/.exec(text)?.[1] ?? 'none';

async function signUp(visitor: Visitor, email: string, query = '') {
  return visitor.post(`/signup${query}`, { name: 'Ada Lovelace', email, password: PASSWORD });
}

/** Signed up, confirmed, two-factor log-in on. */
async function customer(): Promise<{ visitor: Visitor; email: string; totp: TOTP }> {
  const { id, email } = await make();
  const visitor = createVisitor(sandbox.json.shop);
  await signUp(visitor, email);
  await visitor.post('/verify', { code: codeIn((await mailsOf(api, id))[0].body_text) });
  const page = await visitor.get('/account/two-factor');
  const uri = /href="(otpauth:[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error('the shop offers TOTP only');
  const on = await visitor.post('/account/two-factor', { code: totp.generate() });
  expect(on.html).toContain('<dd id="two-factor-state">On</dd>');
  return { visitor, email, totp };
}

describe('the whole way', () => {
  it('signs up, mails a code by SMTP and confirms with it', async () => {
    const { id, email } = await make();
    const visitor = createVisitor(sandbox.json.shop);
    const asked = await signUp(visitor, email);
    expect(asked.url.pathname).toBe('/verify');
    expect(asked.html).toContain(`<b id="sent-to">${email}</b>`);
    const [mail] = await mailsOf(api, id);
    expect(mail.from).toBe('Corner Shop <no-reply@shop.localhost>');
    const code = codeIn(mail.body_text);
    expect(mail.body_html).toContain(`<p class="code">${code}</p>`);
    const wrong = await visitor.post('/verify', { code: code === '000000' ? '000001' : '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/id="code"[^>]* aria-invalid="true" aria-describedby="code-error"/);
    const right = await visitor.post('/verify', { code: ` ${code.slice(0, 3)}-${code.slice(3)} ` });
    expect(right.url.pathname).toBe('/account');
    expect(right.html).toContain(`<dd id="account-email">${email}</dd>`);
  });

  it('asks for the second factor at log-in, in six boxes', async () => {
    const { email, totp } = await customer();
    const visitor = createVisitor(sandbox.json.shop);
    const asked = await visitor.post('/login', { email, password: PASSWORD });
    expect(asked.url.pathname).toBe('/login/two-factor');
    expect(asked.html.match(/class="box"/g)).toHaveLength(6);
    expect((await visitor.get('/account')).url.pathname).toBe('/login');
    await visitor.post('/login', { email, password: PASSWORD });
    const boxes = Object.fromEntries([...totp.generate()].map((digit, at) => [`digit-${at + 1}`, digit]));
    expect((await visitor.post('/login/two-factor', boxes)).url.pathname).toBe('/account');
    expect((await visitor.post('/logout', {})).html).toContain('You are logged out.');
    expect((await visitor.get('/account')).url.pathname).toBe('/login');
  });

  it('takes the code of the step before and after, and no older one', async () => {
    const { email, totp } = await customer();
    const now = Date.now();
    await admin('POST', '/clock', { now: new Date(now).toISOString() });
    const answers = await Promise.all(
      [-90, -30, 0, 30, 90].map(async (seconds) => {
        const visitor = createVisitor(sandbox.json.shop);
        await visitor.post('/login', { email, password: PASSWORD });
        const code = totp.generate({ timestamp: now + seconds * 1000 });
        return (await visitor.post('/login/two-factor', { code })).status;
      }),
    );
    expect(answers).toEqual([422, 200, 200, 200, 422]);
  });
});

describe('refusals', () => {
  it('stand beside their fields', async () => {
    const visitor = createVisitor(sandbox.json.shop);
    const page = await visitor.post('/signup', { name: '', email: 'no<b>', password: 'short' });
    expect(page.status).toBe(422);
    for (const id of ['name', 'email', 'password']) expect(page.html).toContain(`id="${id}-error"`);
    expect(page.html).toContain('value="no&lt;b&gt;"');
  });

  it('meet an address the shop was told to reject, by itself or by its domain', async () => {
    const { email } = await make();
    for (const reject of [[email.toUpperCase()], ['@aliaskit.com']]) {
      await admin('PATCH', '/settings', { shop: { reject } });
      const page = await signUp(createVisitor(sandbox.json.shop), email);
      expect(page.status).toBe(422);
      expect(page.html).toContain('id="email-error" role="alert">We cannot accept this e-mail address');
    }
    await admin('PATCH', '/settings', { shop: { reject: [] } });
    expect((await signUp(createVisitor(sandbox.json.shop), email, '?reject=1')).status).toBe(422);
    expect((await admin('GET', '/mail')).body.mails).toEqual([]);
  });

  it('meet an address already confirmed, a wrong password, and a sixth try', async () => {
    const { email } = await customer();
    expect((await signUp(createVisitor(sandbox.json.shop), email)).html).toContain('already an account');
    const visitor = createVisitor(sandbox.json.shop);
    expect((await visitor.post('/login', { email, password: 'wrong horse' })).status).toBe(422);
    const fresh = await make();
    await signUp(visitor, fresh.email);
    const code = codeIn((await mailsOf(api, fresh.id))[0].body_text);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) await visitor.post('/verify', { code: wrong });
    expect((await visitor.post('/verify', { code })).html).toContain('Too many tries');
    await visitor.post('/verify/resend', {});
    const [newest] = await mailsOf(api, fresh.id);
    expect((await visitor.post('/verify', { code: codeIn(newest.body_text) })).url.pathname).toBe('/account');
  });

  it('meet a code that is ten minutes old', async () => {
    const { id, email } = await make();
    const visitor = createVisitor(sandbox.json.shop);
    await signUp(visitor, email);
    await admin('POST', '/clock', { advance_ms: 11 * 60_000 });
    const code = codeIn((await mailsOf(api, id))[0].body_text);
    expect((await visitor.post('/verify', { code })).html).toContain('has expired');
  });
});

describe('told to do otherwise', () => {
  it('shows boxes for the mailed code', async () => {
    const { email } = await make();
    const page = await signUp(createVisitor(sandbox.json.shop), email, '?boxes=split');
    expect(page.html.match(/class="box"/g)).toHaveLength(6);
    expect(page.html).not.toContain('id="code"');
  });

  it.each([
    ['two-codes', 1],
    ['two-mails', 2],
    ['no-code', 1],
    ['large', 1],
    ['none', 0],
  ])('mails %s', async (mail, count) => {
    const { id, email } = await make();
    await admin('PATCH', '/settings', { shop: { mail } });
    const visitor = createVisitor(sandbox.json.shop);
    await signUp(visitor, email);
    const got = await mailsOf(api, id);
    expect(got).toHaveLength(count);
    const codes = got.map((one) => codeIn(one.body_text));
    if (mail === 'no-code' || mail === 'none') expect(codes.every((one) => one === 'none')).toBe(true);
    else {
      // Of two mails only the newer one counts.
      if (codes[1] !== undefined)
        expect((await visitor.post('/verify', { code: codes[1] })).status).toBe(422);
      expect((await visitor.post('/verify', { code: codes[0] ?? '' })).url.pathname).toBe('/account');
    }
    if (mail === 'large') expect(got[0].body_html.length).toBeGreaterThan(5_000_000);
  });

  it('mails later', async () => {
    const { id, email } = await make();
    await signUp(createVisitor(sandbox.json.shop), email, '?delay=150');
    expect(await mailsOf(api, id)).toEqual([]);
    await expect.poll(() => mailsOf(api, id), { timeout: 10_000 }).toHaveLength(1);
  });

  it('sets up other TOTP parameters and draws the QR code in three ways', async () => {
    await admin('PATCH', '/settings', { shop: { totp: { algorithm: 'SHA256', digits: 8, period: 60 } } });
    const { visitor, email, totp } = await customer();
    expect(totp).toMatchObject({ algorithm: 'SHA256', digits: 8, period: 60 });
    await visitor.post('/account/two-factor/off', {});
    expect((await visitor.get('/account/two-factor')).html).toMatch(
      /<img id="qr"[^>]* src="data:image\/gif;base64,/,
    );
    expect((await visitor.get('/account/two-factor?qr=svg-file')).html).toContain(
      'src="/account/two-factor/qr.svg"',
    );
    expect((await visitor.get('/account/two-factor/qr.svg')).html).toContain('<svg width=');
    expect((await visitor.get('/account/two-factor?qr=inline')).html).toContain('<div id="qr"><svg');
    const users = (await admin('GET', '/shop/users')).body.users;
    expect(users).toMatchObject([{ email, verified: true, two_factor: false }]);
  });
});

describe('the sites beside it', () => {
  it('the look-alike shows the same pages, keeps what it is given and confirms nothing', async () => {
    const visitor = createVisitor(sandbox.json.lookalike);
    expect((await visitor.get('/signup')).html).toContain('id="signup-submit"');
    await visitor.post('/signup', { email: 'a@b.example', name: 'A', password: 'p' });
    expect((await visitor.post('/verify', { code: '123456' })).status).toBe(422);
    const { caught } = (await admin('GET', '/caught')).body;
    expect(caught.map((one) => one.path)).toEqual(['/signup', '/verify']);
    expect(caught.at(1)?.form).toEqual({ code: '123456' });
    expect((await admin('GET', '/mail')).body.mails).toEqual([]);
  });

  it('the payment frame checks the card and may be embedded by the shop alone', async () => {
    const visitor = createVisitor(sandbox.json.pay);
    const card = { name: 'A', number: '4242 4242 4242 4242', expiry: '12/48', cvc: '123' };
    const page = await visitor.get('/frame?amount=6400');
    expect(page.headers['content-security-policy']).toContain(`frame-ancestors ${sandbox.json.shop}`);
    expect((await visitor.post('/frame?amount=6400', card)).html).toContain('Paid £64.00');
    for (const wrong of [{ number: '4242424242424241' }, { expiry: '01/20' }, { cvc: '1' }])
      expect((await visitor.post('/frame', { ...card, ...wrong })).status).toBe(422);
    expect((await createVisitor(sandbox.json.shop).get('/checkout')).html).toContain(
      `src="${sandbox.json.pay}/frame`,
    );
  });

  it('pages come from their folder only, and unknown names get nothing', async () => {
    const visitor = createVisitor(sandbox.json.pages);
    const page = await visitor.get("/?csp=default-src+'none'");
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toBe("default-src 'none'");
    for (const path of ['/none.html', '/..%2f..%2fsandbox/main.ts', '/%2e%2e/%2e%2e/package.json'])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.get('/%zz')).status).toBe(400);
    const stranger = createVisitor(sandbox.json.shop.replace('shop.', 'evil.'));
    expect((await stranger.get('/__sandbox/settings')).status).toBe(421);
    expect((await createVisitor(sandbox.json.shop).get('/__sandbox/settings')).status).toBe(404);
    expect((await ask(`${sandbox.json.admin}/settings`, 'GET')).status).toBe(200);
  });
});
