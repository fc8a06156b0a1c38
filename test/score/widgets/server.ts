// The loopback server of the widget runs: serves one widget a run under addresses of its own, hears what the content
// script read, gives it what to type, and keeps what it told. Leans on node:http; judges nothing.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Widget } from '../../fixtures/widgets/widget.ts';
import { answerTo } from './answers.ts';
import { bundleLibrary } from './bundle.ts';
import { documentOf, SENT } from './page.ts';
import type { Report, Told } from './words.ts';

/** One widget in one browser. */
export interface Run {
  url: string;
  widget: Widget;
  reports: Report[];
  /** Refs of the fills given so far, whether or not their outcome was told. */
  given: Set<string>;
  told: Told[];
}

export interface Serving {
  begin(widget: Widget): Run;
  close(): Promise<void>;
}

export async function serve(): Promise<Serving> {
  const runs: Run[] = [];
  let port = 0;
  const server = createServer((request, response) => {
    const reply = (body: string, type = 'text/html') => {
      response.setHeader('content-type', `${type}; charset=utf-8`);
      response.setHeader('access-control-allow-origin', '*');
      response.end(body);
    };
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, number, rest = ''] = /^\/run\/(\d+)\/(.*)$/.exec(pathname) ?? [];
    const run = runs[Number(number)];
    if (!run) {
      response.statusCode = 404;
      return reply('');
    }
    route(run, rest, request, port).then(
      ({ body, type }) => reply(body, type),
      (error) => {
        response.statusCode = 500;
        reply(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  return {
    begin(widget) {
      const url = `http://127.0.0.1:${port}/run/${runs.length}/${widget.late ? '?late' : ''}`;
      const run: Run = { url, widget, reports: [], given: new Set(), told: [] };
      runs.push(run);
      return run;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  body: string;
  type: string;
}

async function route(run: Run, rest: string, request: IncomingMessage, port: number): Promise<Reply> {
  const html = (body: string): Reply => ({ body, type: 'text/html' });
  const json = (body: unknown): Reply => ({ body: JSON.stringify(body), type: 'application/json' });
  const { widget } = run;
  if (rest === 'report') {
    const report = JSON.parse(await bodyOf(request)) as Report;
    const answer = answerTo(widget, report, run.given);
    for (const { ref } of answer.fills) run.given.add(ref);
    run.reports.push(report);
    return json(answer);
  }
  if (rest === 'outcome') {
    run.told.push(JSON.parse(await bodyOf(request)) as Told);
    return json({});
  }
  if (rest === 'sent') return html(SENT);
  if (rest.startsWith('library/'))
    return { body: await bundleLibrary(rest.slice('library/'.length)), type: 'text/javascript' };
  const frame = widget.frames?.[rest];
  if (frame !== undefined) return html(documentOf({ ...widget, html: frame }, port));
  return rest === '' ? html(documentOf(widget, port)) : { body: '', type: 'text/plain' };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
