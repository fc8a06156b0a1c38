// The whole sandbox as a library: builds the world, starts SMTP and HTTP on 127.0.0.1, and takes both down again.
// Tests import this; main.ts is the same from a shell. Nothing of the product is imported here.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createAdmin } from './admin/admin.ts';
import { createApi } from './aliaskit/api.ts';
import { acceptMail } from './aliaskit/inbound.ts';
import { createProviderPost } from './aliaskit/provider-post.ts';
import { createAnonli } from './anonli/api.ts';
import { createForwarding } from './anonli/forward.ts';
import { HOUSE_PASSWORD } from './anonli/house-vault.ts';
import { createEdge } from './edge/edge.ts';
import { describe, HOSTS, type SandboxInfo } from './info.ts';
import { createKayle } from './kayle/api.ts';
import { createVerifyPages } from './kayle/pages.ts';
import { createReceiver } from './kayle/receiver.ts';
import { createCourier } from './kayle/sending.ts';
import { createLookalike } from './lookalike.ts';
import { createPages } from './pages.ts';
import { createPay } from './pay/pay.ts';
import { createPost } from './post/send.ts';
import { startSmtp } from './post/smtp.ts';
import { startRealtime } from './realtime/server.ts';
import { createMailer } from './shop/mailer.ts';
import { createShop } from './shop/shop.ts';
import { keepState, loadState } from './world/data-file.ts';
import { createWorld, type World } from './world/world.ts';

export interface SandboxOptions {
  /** The same seed gives the same key, ids, names, numbers and codes. */
  seed?: string | undefined;
  /** Keeps the rows over a restart; read first if it exists. */
  dataFile?: string | undefined;
  /** 0 (the default) takes a free one. */
  port?: number | undefined;
  smtpPort?: number | undefined;
  /** Requests a minute for keys without their own limit; null for none. */
  rateLimit?: number | null | undefined;
  /** Whether Kayle's answers go out by themselves, as time passes (the default); else only when told to settle. */
  clockwork?: boolean | undefined;
}

export interface Sandbox {
  json: SandboxInfo;
  /** The rows and switches themselves, for tests in the same process. */
  world: World;
  close(): Promise<void>;
}

/** Starts everything; resolves when both servers listen. Throws when a port is taken or the data file is not ours. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { dataFile } = options;
  const state = dataFile === undefined ? undefined : await loadState(dataFile);
  const world = createWorld({ state, seed: options.seed, rateLimit: options.rateLimit });
  const keeper = dataFile === undefined ? undefined : keepState(dataFile, world.state);
  if (keeper !== undefined) world.changed = keeper.touch;

  const smtp = await startSmtp(options.smtpPort ?? 0, (mail) => {
    acceptMail(world, mail);
    forward(world, mail);
  });
  const post = createPost(smtp);
  const forward = createForwarding(post);
  const info = (): SandboxInfo =>
    describe(port, smtp, {
      key: world.state.primaryKey,
      anonliKey: world.state.anonli.primaryKey,
      anonliPassword: HOUSE_PASSWORD,
      kayleKeys: world.state.kayle.keyTexts,
    });

  const api = new Hono();
  api.route('/api/internal', createProviderPost(world));
  const realtime = startRealtime(world);
  const courier = createCourier(world, options.clockwork);
  const controls = { realtime: realtime.controls, courier };
  api.mount('/__sandbox', createAdmin(world, info, controls).fetch);
  const anonli = createAnonli(world, { send: post.send, origin: () => new URL(info().anonliSite).origin });
  api.mount('/anonli', anonli.fetch);
  const kayle = createKayle(world, () => info().kayleVerify);
  api.mount('/kayle', kayle.fetch);
  api.route('/receiver', createReceiver(world));
  api.mount('/api/v1', createApi(world, post).fetch);

  const closing = new AbortController();
  const home = () => ({ origin: info().shop, host: HOSTS.shop });
  const mailer = createMailer(world, post, home, closing.signal);
  const edge = createEdge(world, {
    '127.0.0.1': api,
    [HOSTS.anonli]: anonli,
    [HOSTS.kayle]: kayle,
    [HOSTS.kayleVerify]: createVerifyPages(world),
    [HOSTS.shop]: createShop(world, mailer, () => info().pay),
    [HOSTS.pay]: createPay(world, () => info().shop),
    [HOSTS.lookalike]: createLookalike(world),
    [HOSTS.pages]: createPages(),
  });
  const server = createAdaptorServer({ fetch: edge.fetch });
  // As long as real services have it. Node closes after five idle seconds, and on a busy machine a request meets the closing:
  // its answer is lost, which no test asked for.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.port = port;
  server.on('upgrade', realtime.upgrade);

  return {
    json: info(),
    world,
    async close() {
      closing.abort();
      courier.close();
      realtime.close();
      post.close();
      await smtp.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await keeper?.flush();
    },
  };
}
