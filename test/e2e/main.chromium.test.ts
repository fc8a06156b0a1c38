// The main job in real Chromium, judged at both ends: what the shop and the API hold, and what the vault holds. Then the same
// with the worker killed at every step. Leans on the scene; every step is a person's click.
import { afterEach, describe, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, creations, emails, keptMessages, openScene, openStage, type Scene } from './scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

/** The shop's customer with this address. */
const customer = (email: string) => scene.sandbox.world.state.shopUsers.get(email);

const readAtApi = (): Promise<boolean> =>
  waitFor(
    () => [...scene.sandbox.world.state.emails.values()].every(({ read }) => read),
    'the message to be read',
  );

test('sign-up, mailed code, two-factor set-up, log-in: done once, and true at both ends', async () => {
  scene = await openScene();
  const { journey, sandbox } = scene;
  const email = await tour.signUp(journey);
  expect(creations(scene)).toHaveLength(1);
  expect(customer(email)).toMatchObject({ verified: false });

  await tour.enterMailCode(journey);
  expect(customer(email)).toMatchObject({ verified: true, totpSecret: null });
  expect(await readAtApi()).toBe(true);

  await tour.setUpTwoFactor(journey);
  const secret = customer(email)?.totpSecret;
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);

  await tour.logIn(journey, email);
  await journey.shop.locator('#digit-1').click();
  const menu = await tour.menuOf(journey, journey.shop);
  await tour.rowOf(menu, /^Authenticator code/);
  // The page asks for the authenticator's code above its form: nothing is waited for.
  expect(await menu.locator('.waiting').count()).toBe(0);
  await tour.fillBoxes(journey);
  expect(await journey.shop.locator('#account-email').innerText()).toContain(email);

  expect(creations(scene)).toHaveLength(1);
  expect([...sandbox.world.state.identities.values()].map((row) => row.email)).toEqual([email]);
  const { addresses } = await ask(journey.options, 'addresses.list', {});
  expect(addresses).toMatchObject([{ email, site: 'shop.localhost', active: true }]);
  const { totps } = await ask(journey.options, 'totp.list', {});
  expect(totps).toMatchObject([{ issuer: 'Corner Shop', account: email, site: 'shop.localhost', digits: 6 }]);
  const messages = await keptMessages(journey.options);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.usedAt).not.toBeNull();
});

test('a page that sends itself when its boxes are full still leaves the mailed code used and read', async () => {
  scene = await openScene();
  const { journey } = scene;
  const email = await tour.signUp(journey, '?boxes=split');
  await journey.shop.locator('#digit-1').click();
  await tour.chooseRow(await tour.menuOf(journey, journey.shop), /^Code \d/);
  await journey.shop.locator('#account-email').waitFor();
  expect(customer(email)?.verified).toBe(true);
  expect(await readAtApi()).toBe(true);
  const messages = await keptMessages(journey.options);
  expect(messages[0]?.usedAt).not.toBeNull();
});

test('between the creation of an identity and its storing: the next choice finds it instead of making another', async () => {
  scene = await openScene();
  const { journey, sandbox } = scene;
  const { shop } = journey;
  const slow = { kind: 'latency', ms: 20_000 } as const;
  sandbox.world.faults.add({
    method: 'POST',
    path: '/api/v1/identities',
    times: 1,
    after: true,
    act: slow,
  });
  await shop.bringToFront();
  await shop.goto(`${sandbox.json.shop}/signup`);
  await shop.locator('#email').click();
  await tour.chooseRow(await tour.menuOf(journey, shop), /new address/i);
  const made = await waitFor(
    () => [...sandbox.world.state.identities.values()][0],
    'the identity to be made',
  );
  await scene.browser.killWorker('stop');
  expect(await emails(scene)).toEqual([]);
  await shop.reload();
  await shop.locator('#email').click();
  await tour.chooseRow(await tour.menuOf(journey, shop), /new address|used here/i);
  expect(await tour.filled(shop, '#email')).toBe(made.email);
  expect(creations(scene)).toHaveLength(1);
  expect(await emails(scene)).toEqual([made.email]);
});

describe.each(['stop', 'close'] as const)('the worker ended by %s', (how) => {
  const kill = () => scene.browser.killWorker(how);
  // Closing its target waits for a busy worker; in the middle of a call only stopping it is a death.
  const killBusy = () => scene.browser.killWorker('stop');
  const lockAt = async () => {
    const status = await ask(scene.journey.options, 'vault.status', {});
    expect(status.state).toBe('unlocked');
    return status.lockAt;
  };

  /** What a person did moves the deadline on just after it was answered. */
  const settledLockAt = () => {
    let before: number | null = null;
    return waitFor(async () => {
      const now = await lockAt();
      const same = now === before;
      before = now;
      return same && now;
    }, 'the deadline to stand');
  };

  test('around every step loses nothing, locks nothing and does nothing twice', async () => {
    scene = await openStage();
    const { journey } = scene;
    const { shop, browser } = journey;
    await kill();
    await tour.createVault(journey);
    const deadline = await settledLockAt();
    await kill();
    expect(await lockAt()).toBe(deadline);
    await tour.connectAliaskit(journey);
    await kill();
    await tour.allowSites(journey);
    await kill();

    // Between the page's ticket and its spending: the frame is there, its first call is not.
    await shop.bringToFront();
    await shop.goto(`${journey.sandbox.shop}/signup?delay=2500`);
    const cut = new Promise<void>((resolve, reject) => {
      shop.once('frameattached', () => killBusy().then(resolve, reject));
    });
    await shop.locator('#email').click();
    await cut;
    const menu = await tour.menuOf(journey, shop);
    await tour.rowOf(menu, /new address/i);
    // Between the menu and the choice.
    await kill();
    await tour.chooseRow(menu, /new address/i);
    const email = await tour.filled(shop, '#email');
    expect(creations(scene)).toHaveLength(1);
    await kill();
    expect(await emails(scene)).toEqual([email]);

    await shop.locator('#name').fill(tour.SHOPPER.name);
    await shop.locator('#password').fill(tour.SHOPPER.password);
    await shop.locator('#signup-submit').click();
    await shop.locator('#verify-form input').first().click();
    // During the wait: the mail is not there yet.
    await tour.menuOf(journey, shop);
    expect(scene.sandbox.world.state.emails.size).toBe(0);
    await kill();
    const code = await tour.rowOf(await tour.menuOf(journey, shop), /^Code \d/);
    await kill();
    await code.click();
    const typed = await tour.filled(shop, '#verify-form input');
    // While the value is read back.
    await killBusy();
    expect(typed).toBe(customer(email)?.mailCode?.value);
    await shop.locator('#verify-submit').click();
    await shop.locator('#account-email').waitFor();
    await kill();

    await tour.setUpTwoFactor(journey);
    await kill();
    await tour.logIn(journey, email);
    await kill();
    await tour.fillBoxes(journey);
    expect(await browser.workerAlive()).toBe(true);
    expect(creations(scene)).toHaveLength(1);
    expect(await emails(scene)).toEqual([email]);
    expect((await ask(journey.options, 'totp.list', {})).totps).toHaveLength(1);
    expect(await keptMessages(journey.options)).toHaveLength(1);
  });

  test('while locked stays locked, and once unlocked stays so', async () => {
    scene = await openScene({ account: false, access: false });
    const { options } = scene.journey;
    await ask(options, 'vault.lock', {});
    await kill();
    expect((await ask(options, 'vault.status', {})).state).toBe('locked');
    await ask(options, 'vault.unlock', { passphrase: tour.PASSPHRASE });
    const deadline = await settledLockAt();
    await kill();
    expect(await lockAt()).toBe(deadline);
  });
});
