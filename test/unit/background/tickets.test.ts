// Menu tickets: good for one document, one field, one menu frame and ten seconds.
import { beforeEach, describe, expect, it } from 'vitest';
import { issueTicket, spendTicket } from '../../../entrypoints/background/tickets.ts';
import type { FieldReport } from '../../../lib/messages/contract.ts';
import type { MenuSender, PageSender } from '../../../lib/messages/sender.ts';
import { browser } from '../../../lib/platform.ts';

const page: PageSender = {
  kind: 'page',
  frame: { tabId: 7, frameId: 0, documentId: 'page' },
  origin: 'https://shop.example',
  site: 'shop.example',
  sameOriginAsTop: true,
  incognito: false,
};
const report: FieldReport = { ref: 'r', role: 'code', form: 'code', boxes: 1, rejected: false, because: [] };
const menu = (change: Partial<MenuSender> = {}): MenuSender => ({
  kind: 'menu',
  frame: { tabId: 7, frameId: 3, documentId: 'menu' },
  parentDocumentId: null,
  ...change,
});
const UNDER = ['https://shop.example'];
const refused = expect.objectContaining({ code: 'forbidden' });

beforeEach(() => browser.storage.session.clear());

describe('a ticket', () => {
  it('tells the document and field it was issued for', async () => {
    const ticket = await issueTicket(page, report, 0);
    expect(ticket).toMatch(/^[\w-]{22}$/);
    expect(await spendTicket(ticket, menu(), UNDER, 9_999)).toEqual({
      target: page.frame,
      origin: page.origin,
      site: page.site,
      report,
    });
  });

  it('is spent by one frame: no other may show it after', async () => {
    const ticket = await issueTicket(page, report, 0);
    await spendTicket(ticket, menu(), UNDER, 1);
    const other = menu({ frame: { tabId: 7, frameId: 4, documentId: 'other' } });
    await expect(spendTicket(ticket, other, UNDER, 2)).rejects.toEqual(refused);
  });

  it('may be shown again by the frame that spent it, whose answer died with the worker', async () => {
    const ticket = await issueTicket(page, report, 0);
    const first = await spendTicket(ticket, menu(), UNDER, 1);
    expect(await spendTicket(ticket, menu(), UNDER, 2)).toEqual(first);
  });

  it.each([
    ['after ten seconds', menu(), UNDER, 10_000],
    ['in another tab', menu({ frame: { tabId: 8, frameId: 3, documentId: 'menu' } }), UNDER, 1],
    ['under another origin', menu(), ['https://evil.example'], 1],
    ['under another document', menu({ parentDocumentId: 'else' }), UNDER, 1],
  ] as const)('is refused %s', async (_, from, ancestors, now) => {
    const ticket = await issueTicket(page, report, 0);
    await expect(spendTicket(ticket, from, ancestors, now)).rejects.toEqual(refused);
  });

  it('that was never issued is refused', async () => {
    await issueTicket(page, report, 0);
    await expect(spendTicket('guess', menu(), UNDER, 1)).rejects.toEqual(refused);
  });

  it('pushes out the oldest when a page floods, and no later one', async () => {
    const first = await issueTicket(page, report, 0);
    const later: string[] = [];
    for (let at = 0; at < 64; at += 1) later.push(await issueTicket(page, report, 0));
    await expect(spendTicket(first, menu(), UNDER, 1)).rejects.toEqual(refused);
    expect(await spendTicket(later[0] ?? '', menu(), UNDER, 1)).toMatchObject({ site: 'shop.example' });
  });
});
