// The dispatcher: each kind of sender reaches its own table and no other; arguments are decoded; errors keep their code and
// lose everything else.
import { describe, expect, it } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { AppError } from '../../../lib/error.ts';
import { createServer, type Desks } from '../../../lib/messages/server.ts';
import { appShapes } from '../../../lib/messages/shapes/app.ts';
import { menuShapes } from '../../../lib/messages/shapes/menu.ts';
import { pageShapes } from '../../../lib/messages/shapes/page.ts';
import { panelShapes } from '../../../lib/messages/shapes/panel.ts';

const SENDERS = {
  page: {
    id: 'abc',
    url: 'https://shop.example/',
    origin: 'https://shop.example',
    documentId: 'd',
    frameId: 0,
    tab: { id: 1, url: 'https://shop.example/' },
  },
  menu: { id: 'abc', url: 'chrome-extension://abc/menu.html', documentId: 'm', frameId: 2, tab: { id: 1 } },
  panel: {
    id: 'abc',
    url: 'chrome-extension://abc/before.html',
    documentId: 'p',
    frameId: 2,
    tab: { id: 1 },
  },
  app: { id: 'abc', url: 'chrome-extension://abc/popup.html' },
} as const;
type Kind = keyof typeof SENDERS;

/** Every handler answers its own name; so a wrong table would show. */
function echoDesks(): Desks {
  const echo = <T extends object>(shapes: T) =>
    Object.fromEntries(Object.keys(shapes).map((name) => [name, async () => ({ reached: name })]));
  return {
    page: { handlers: echo(pageShapes), shapes: pageShapes },
    menu: { handlers: echo(menuShapes), shapes: menuShapes },
    panel: { handlers: echo(panelShapes), shapes: panelShapes },
    app: { handlers: echo(appShapes), shapes: appShapes },
  } as unknown as Desks;
}

function ask(desks: Desks, kind: Kind, message: unknown): Promise<unknown> {
  const server = createServer(desks, { id: 'abc', origin: 'chrome-extension://abc' });
  return new Promise((resolve) => {
    const taken = server(message, SENDERS[kind] as unknown as Runtime.MessageSender, resolve);
    if (!taken) resolve('silent');
  });
}

const CALLS: Record<Kind, string[]> = {
  page: Object.keys(pageShapes),
  menu: Object.keys(menuShapes),
  panel: Object.keys(panelShapes),
  app: Object.keys(appShapes),
};

describe('a caller reaches its own calls only', () => {
  for (const kind of Object.keys(CALLS) as Kind[]) {
    const foreign = (Object.keys(CALLS) as Kind[]).filter((it) => it !== kind).flatMap((it) => CALLS[it]);
    it.each(foreign)(`${kind} is refused %s`, async (call) => {
      // Arguments that would decode: the refusal must come from who asks, not from what.
      for (const args of [{}, { passphrase: 'p' }, { id: 'x' }, { ticket: 't', ancestors: [] }]) {
        expect(await ask(echoDesks(), kind, { call, args })).toEqual({
          err: { code: 'forbidden', detail: { what: 'call' } },
        });
      }
    });
  }
});

describe('the dispatcher', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'does not take %s for a call',
    async (call) => {
      expect(await ask(echoDesks(), 'page', { call, args: {} })).toMatchObject({
        err: { code: 'forbidden' },
      });
    },
  );

  it('names the field of arguments that do not decode, and never its value', async () => {
    const answer = await ask(echoDesks(), 'app', {
      call: 'vault.unlock',
      args: { passphrase: { secret: 'hunter2' } },
    });
    expect(answer).toEqual({
      err: { code: 'malformed', detail: { what: 'vault.unlock', field: 'passphrase' } },
    });
  });

  it('stays silent to what is no call, so that broadcasts pass', async () => {
    expect(await ask(echoDesks(), 'app', { event: 'changed', areas: [] })).toBe('silent');
    expect(await ask(echoDesks(), 'app', null)).toBe('silent');
  });

  it('keeps the code of an error and drops the message of a bug', async () => {
    const desks = echoDesks();
    desks.app.handlers['vault.lock'] = async () => {
      throw new AppError('disk-full');
    };
    desks.app.handlers['vault.erase'] = async () => {
      throw new TypeError('the passphrase was hunter2');
    };
    expect(await ask(desks, 'app', { call: 'vault.lock', args: {} })).toEqual({
      err: { code: 'disk-full', detail: {} },
    });
    const bug = await ask(desks, 'app', { call: 'vault.erase', args: {} });
    expect(bug).toEqual({ err: { code: 'bug', detail: {} } });
  });
});
