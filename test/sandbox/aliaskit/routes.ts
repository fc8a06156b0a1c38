// The route table of the API: the 32 operations of the contract's index (§2), in the order they are matched, so that
// `/emails/search` comes before `/emails/:emailId`. Whatever is not a row here answers 404.
import type { Route } from './call.ts';
import {
  cancelCard,
  createCard,
  freezeCard,
  getCard,
  getLimits,
  listCards,
  listTransactions,
  setLimits,
  unfreezeCard,
} from './cards.ts';
import { deleteEmail, getEmail, listEmails, markEmail, sendEmail } from './emails.ts';
import {
  addPhone,
  createIdentity,
  deleteIdentity,
  getIdentity,
  listIdentities,
  updateIdentity,
} from './identities.ts';
import { realtimeToken } from './realtime-token.ts';
import { revealCard } from './reveal.ts';
import { searchEmails } from './search.ts';
import { deleteSms, getSms, listSms, markSms, sendSms } from './sms.ts';
import { deleteTotp, listTotps, registerTotp, totpCode } from './totps.ts';

const PERSON = '/identities/:id';
const MAIL = `${PERSON}/emails/:emailId`;
const TEXT = `${PERSON}/sms/:smsId`;
const CARD = '/cards/:cardId';
const TOTP = `${PERSON}/totp/:totpId`;

export const routes: readonly Route[] = [
  { methods: ['POST'], path: '/identities', scope: 'identities:write', run: createIdentity },
  { methods: ['GET'], path: '/identities', scope: 'identities:read', run: listIdentities },
  { methods: ['GET'], path: PERSON, scope: 'identities:read', run: getIdentity },
  { methods: ['PATCH'], path: PERSON, scope: 'identities:write', run: updateIdentity },
  { methods: ['DELETE'], path: PERSON, scope: 'identities:write', run: deleteIdentity },
  { methods: ['POST'], path: `${PERSON}/phone`, scope: 'identities:write', run: addPhone },
  { methods: ['GET'], path: `${PERSON}/emails`, scope: 'messages:read', run: listEmails },
  { methods: ['POST'], path: `${PERSON}/emails`, scope: 'messages:write', run: sendEmail },
  { methods: ['GET'], path: `${PERSON}/emails/search`, scope: 'messages:read', run: searchEmails },
  { methods: ['GET'], path: MAIL, scope: 'messages:read', run: getEmail },
  { methods: ['PATCH', 'PUT'], path: MAIL, scope: 'messages:write', run: markEmail },
  { methods: ['DELETE'], path: MAIL, scope: 'messages:write', run: deleteEmail },
  { methods: ['GET'], path: `${PERSON}/sms`, scope: 'messages:read', run: listSms },
  { methods: ['POST'], path: `${PERSON}/sms`, scope: 'messages:write', run: sendSms },
  { methods: ['GET'], path: TEXT, scope: 'messages:read', run: getSms },
  { methods: ['PATCH', 'PUT'], path: TEXT, scope: 'messages:write', run: markSms },
  { methods: ['DELETE'], path: TEXT, scope: 'messages:write', run: deleteSms },
  { methods: ['POST'], path: `${PERSON}/cards`, scope: 'cards:write', run: createCard },
  { methods: ['GET'], path: `${PERSON}/cards`, scope: 'cards:read', run: listCards },
  { methods: ['GET'], path: CARD, scope: 'cards:read', run: getCard },
  { methods: ['POST'], path: `${CARD}/reveal`, scope: 'cards:read', run: revealCard },
  { methods: ['POST'], path: `${CARD}/freeze`, scope: 'cards:write', run: freezeCard },
  { methods: ['POST'], path: `${CARD}/unfreeze`, scope: 'cards:write', run: unfreezeCard },
  { methods: ['POST'], path: `${CARD}/cancel`, scope: 'cards:write', run: cancelCard },
  { methods: ['GET'], path: `${CARD}/limits`, scope: 'cards:read', run: getLimits },
  { methods: ['PATCH', 'PUT', 'POST'], path: `${CARD}/limits`, scope: 'cards:write', run: setLimits },
  { methods: ['GET'], path: `${CARD}/transactions`, scope: 'cards:read', run: listTransactions },
  { methods: ['POST'], path: `${PERSON}/totp`, scope: 'identities:write', run: registerTotp },
  { methods: ['GET'], path: `${PERSON}/totp`, scope: 'identities:read', run: listTotps },
  { methods: ['GET'], path: `${TOTP}/code`, scope: 'identities:read', run: totpCode },
  { methods: ['DELETE'], path: TOTP, scope: 'identities:write', run: deleteTotp },
  { methods: ['GET', 'POST'], path: '/realtime/token', scope: 'messages:read', run: realtimeToken },
];
