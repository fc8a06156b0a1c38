// The sandbox as a program of its own: the first line it prints, its end by signal, and a data file that carries
// everything over to the next run.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxInfo } from '../../sandbox/info.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { adminOf, apiOf } from './client.ts';
import { createVisitor } from './visitor.ts';

const MAIN = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ child: ChildProcess; info: SandboxInfo }> {
  const child = spawn(process.execPath, [MAIN, '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) return { child, info: JSON.parse(line) };
  throw new Error('the sandbox ended before its first line');
}

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });

it('prints one JSON object first, answers, and ends cleanly on either signal', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, info } = await run();
    expect(info).toEqual({
      api: `http://127.0.0.1:${info.port}/api/v1`,
      admin: `http://127.0.0.1:${info.port}/__sandbox`,
      key: expect.stringMatching(/^ak_live_[0-9a-f]{32}$/),
      port: expect.any(Number),
      smtp: { host: '127.0.0.1', port: expect.any(Number) },
      smsInbound: `http://127.0.0.1:${info.port}/api/internal/sms/inbound`,
      anonli: `http://127.0.0.1:${info.port}/anonli/api/v1`,
      anonliSite: `http://anonli.localhost:${info.port}/api/v1`,
      anonliKey: expect.stringMatching(/^ak_[0-9a-f]{32}$/),
      anonliPassword: expect.any(String),
      kayle: `http://127.0.0.1:${info.port}/kayle`,
      kayleSite: `http://kayle.localhost:${info.port}`,
      kayleVerify: `http://verify.localhost:${info.port}`,
      kayleReceiver: `http://127.0.0.1:${info.port}/receiver`,
      kayleKeys: expect.objectContaining({ main: expect.stringMatching(/^kk_[0-9a-z]{32}$/) }),
      shop: `http://shop.localhost:${info.port}`,
      pay: `http://pay.localhost:${info.port}`,
      lookalike: `http://shop-login.localhost:${info.port}`,
      pages: `http://pages.localhost:${info.port}`,
    });
    expect((await apiOf(info)('GET', '/identities')).status).toBe(200);
    expect(await end(child, signal)).toBe(0);
  }
});

it('carries keys, people, mail, settings and customers over a restart', async () => {
  const file = join(folder, 'state.json');
  const first = await run('--data', file);
  const { body: person } = await apiOf(first.info)('POST', '/identities', { metadata: { kept: true } });
  await createVisitor(first.info.shop).post('/signup', {
    name: 'A',
    email: person.email,
    password: 'long enough',
  });
  await adminOf(first.info)('PATCH', '/settings', { shop: { code_boxes: 'split' } });
  await adminOf(first.info)('POST', '/clock', { offset_ms: 5000 });
  const before = await apiOf(first.info)('GET', `/identities/${person.id}/emails`);
  expect(before.body.data).toHaveLength(1);
  await end(first.child, 'SIGTERM');

  const second = await run('--data', file);
  expect(second.info.key).toBe(first.info.key);
  const api = apiOf(second.info);
  expect((await api('GET', `/identities/${person.id}`)).body).toEqual(person);
  expect((await api('GET', `/identities/${person.id}/emails`)).body).toEqual(before.body);
  expect((await adminOf(second.info)('GET', '/settings')).body.shop.code_boxes).toBe('split');
  expect((await adminOf(second.info)('GET', '/clock')).body.offset_ms).toBe(5000);
  expect((await adminOf(second.info)('GET', '/shop/users')).body.users).toHaveLength(1);
  await end(second.child, 'SIGTERM');
  expect(await readFile(file, 'utf8')).not.toContain('long enough');
});

it('refuses a data file that is not its own, and leaves it as it was', async () => {
  const file = join(folder, 'other.json');
  await writeFile(file, '{"important": true}');
  await expect(startSandbox({ dataFile: file })).rejects.toThrow('not a data file of this sandbox');
  expect(await readFile(file, 'utf8')).toBe('{"important": true}');
});
