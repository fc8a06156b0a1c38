// The route table of the API: operations 1–17 of the contract's index (§2), in the order they are matched, so that
// `/emails/search` comes before `/emails/:emailId`. Whatever is not a row here answers 404.
import type { Route } from './call.ts';
import { deleteEmail, getEmail, listEmails, markEmail, sendEmail } from './emails.ts';
import {
  addPhone,
  createIdentity,
  deleteIdentity,
  getIdentity,
  listIdentities,
  updateIdentity,
} from './identities.ts';
import { searchEmails } from './search.ts';
import { deleteSms, getSms, listSms, markSms, sendSms } from './sms.ts';

const PERSON = '/identities/:id';
const MAIL = `${PERSON}/emails/:emailId`;
const TEXT = `${PERSON}/sms/:smsId`;

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
];
