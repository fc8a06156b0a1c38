// The part of our own pages' calls that is about recipients, domains and plans, one line a call. Leans on
// lib/actions/destinations.ts; decides nothing.
import {
  askDestinations,
  changeDestinations,
  domainName,
  fetchDestinations,
  readQuota,
} from '../../../lib/actions/destinations.ts';
import { allKnownDestinations } from '../../../lib/actions/known-destinations.ts';
import type { DestinationCalls } from '../../../lib/messages/app/destinations.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';

type Change<Result> = Parameters<typeof changeDestinations<Result>>[3];

async function change<Result>(accountId: string, work: Change<Result>): Promise<Result> {
  const result = await changeDestinations(await requireUnlocked(), accountId, Date.now(), work);
  announce('destinations');
  return result;
}

const nothing = () => ({});

export const destinationCalls: Handlers<DestinationCalls, AppSender> = {
  'destinations.known': async () => ({ known: await allKnownDestinations(await requireUnlocked()) }),
  'destinations.list': async ({ accountId }) =>
    fetchDestinations(await requireUnlocked(), accountId, Date.now()),
  'destinations.addRecipient': async ({ accountId, email }) => ({
    recipient: await change(accountId, (slot) => slot.addRecipient(email)),
  }),
  'destinations.resend': ({ accountId, id }) =>
    change(accountId, (slot) => slot.resendVerification(id)).then(nothing),
  'destinations.setDefault': async ({ accountId, id }) => ({
    recipient: await change(accountId, (slot) => slot.setDefaultRecipient(id)),
  }),
  'destinations.removeRecipient': ({ accountId, id }) =>
    change(accountId, (slot) => slot.removeRecipient(id)).then(nothing),
  'destinations.setPgpKey': async ({ accountId, id, ...key }) => ({
    pgp: await change(accountId, (slot) => slot.setPgpKey(id, key)),
  }),
  'destinations.removePgpKey': ({ accountId, id }) =>
    change(accountId, (slot) => slot.removePgpKey(id)).then(nothing),
  'destinations.addDomain': async ({ accountId, domain }) => ({
    domain: await change(accountId, (slot) => slot.addDomain(domainName(domain))),
  }),
  'destinations.records': async ({ accountId, id }) =>
    askDestinations(await requireUnlocked(), accountId, (slot) => slot.domainRecords(id)),
  'destinations.verifyDomain': ({ accountId, id }) => change(accountId, (slot) => slot.verifyDomain(id)),
  'destinations.renewDkim': async ({ accountId, id }) => ({
    record: await change(accountId, (slot) => slot.renewDkim(id)),
  }),
  'destinations.removeDomain': async ({ accountId, id }) => {
    await change(accountId, (slot) => slot.removeDomain(id));
    announce('addresses');
    return {};
  },
  'quota.get': async ({ accountId }) => ({ quota: await readQuota(await requireUnlocked(), accountId) }),
};
