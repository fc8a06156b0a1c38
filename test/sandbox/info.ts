// What a client of the sandbox must know: the one JSON object that `--json` prints first. Only loopback addresses; the
// host names end in `.localhost`, which browsers resolve to loopback by themselves (RFC 6761 §6.3).
export interface SandboxInfo {
  /** AliasKit's base URL, up to and including `/v1`. */
  api: string;
  /** Where the admin routes begin. */
  admin: string;
  /** A key with every scope on the pro plan. */
  key: string;
  port: number;
  smtp: { host: string; port: number };
  /** Form post of incoming SMS, as a phone provider does it. */
  smsInbound: string;
  /** anon.li's base URL, up to and including `/v1`, for clients that resolve no `.localhost` names. */
  anonli: string;
  /** The same on a host name of its own, for browsers: sites are permitted by name. */
  anonliSite: string;
  /** A personal key of a pro account that has a vault, and the password that opens it. */
  anonliKey: string;
  anonliPassword: string;
  /** Kayle ID's API without `/v1`, for clients that resolve no `.localhost` names, and on a host name of its own. */
  kayle: string;
  kayleSite: string;
  /** Where the pages for those who are asked are. */
  kayleVerify: string;
  /** A receiver of webhooks: POST to a box below it, GET lists what it got. */
  kayleReceiver: string;
  /** By name: `main` has every scope; the others lack one, or belong to an organisation that lacks something. */
  kayleKeys: Readonly<Record<string, string>>;
  shop: string;
  pay: string;
  /** Looks like the shop and is not. */
  lookalike: string;
  /** The files of test/fixtures/pages. */
  pages: string;
}

export const HOSTS = {
  anonli: 'anonli.localhost',
  kayle: 'kayle.localhost',
  kayleVerify: 'verify.localhost',
  shop: 'shop.localhost',
  pay: 'pay.localhost',
  lookalike: 'shop-login.localhost',
  pages: 'pages.localhost',
} as const;

/** The keys that the world's own accounts have. */
export interface Keys {
  key: string;
  anonliKey: string;
  anonliPassword: string;
  kayleKeys: Readonly<Record<string, string>>;
}

export function describe(port: number, smtp: { host: string; port: number }, keys: Keys): SandboxInfo {
  const loopback = `http://127.0.0.1:${port}`;
  return {
    api: `${loopback}/api/v1`,
    admin: `${loopback}/__sandbox`,
    ...keys,
    port,
    smtp: { host: smtp.host, port: smtp.port },
    smsInbound: `${loopback}/api/internal/sms/inbound`,
    anonli: `${loopback}/anonli/api/v1`,
    anonliSite: `http://${HOSTS.anonli}:${port}/api/v1`,
    kayle: `${loopback}/kayle`,
    kayleSite: `http://${HOSTS.kayle}:${port}`,
    kayleVerify: `http://${HOSTS.kayleVerify}:${port}`,
    kayleReceiver: `${loopback}/receiver`,
    shop: `http://${HOSTS.shop}:${port}`,
    pay: `http://${HOSTS.pay}:${port}`,
    lookalike: `http://${HOSTS.lookalike}:${port}`,
    pages: `http://${HOSTS.pages}:${port}`,
  };
}
