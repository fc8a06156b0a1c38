// What the tests of codes do at the other end: letters by SMTP, text messages, a number for an identity, and what the server saw and
// who listens to it. Leans on the sandbox alone, so that both browsers' tests share it.
import { createPost, type Letter } from '../../sandbox/post/send.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export const SHOP = 'shop.localhost';

async function admin(sandbox: Sandbox, path: string, body?: object): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${sandbox.json.admin}${path}`, body === undefined ? {} : init);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Resolves when SMTP has accepted it: the server has it then. */
export async function sendMail(sandbox: Sandbox, letter: Letter): Promise<void> {
  const post = createPost(sandbox.json.smtp);
  try {
    await post.send(letter);
  } finally {
    post.close();
  }
}

export const codeMail = (to: string, code: string, host = SHOP): Letter => ({
  from: `Corner Shop <no-reply@${host}>`,
  to,
  subject: 'Your verification code',
  text: `Your verification code is ${code}. It is good for ten minutes.`,
});

/** Rents a number for the identity with this address. @returns it */
export async function rentNumber(sandbox: Sandbox, email: string): Promise<string> {
  const row = [...sandbox.world.state.identities.values()].find((it) => it.email === email);
  const response = await fetch(`${sandbox.json.api}/identities/${row?.id}/phone`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.json.key}`, 'content-type': 'application/json' },
    body: '{"country":"US"}',
  });
  if (!response.ok || !row?.phoneNumber) throw new Error(`no number: ${response.status}`);
  return row.phoneNumber;
}

export const sendSms = (sandbox: Sandbox, to: string, body: string): Promise<unknown> =>
  admin(sandbox, '/inbound/sms', { to, from: '+12025550188', body });

/** Does something to the live lines that stand now, or refuses those to come. */
export const disturb = (sandbox: Sandbox, trouble: object): Promise<unknown> =>
  admin(sandbox, '/realtime', trouble);

/** Topics that are listened to at this moment. */
export async function topics(sandbox: Sandbox): Promise<string[]> {
  const { peers } = (await admin(sandbox, '/realtime')) as { peers: { topics: string[] }[] };
  return peers.flatMap((peer) => peer.topics);
}

/** Requests to the service's API, as method and path. */
export const requests = (sandbox: Sandbox): string[] =>
  sandbox.world.journal
    .list()
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);

export const lists = (sandbox: Sandbox): string[] =>
  requests(sandbox).filter((line) => /^GET .*\/(?:emails|sms)$/.test(line));

/** Requests that opened a confirmation link. */
export const confirmations = (sandbox: Sandbox): number =>
  sandbox.world.journal.list().filter(({ path }) => path === '/confirm').length;
