// Messages that came, changed or went, told to the live line as rows of their tables and as named events (contract §8.4). The
// only place that knows what a row of the live line looks like.

import type { Happening } from '../world/bus.ts';
import type { EmailRow, SmsRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { emailExtras, emailShape, smsShape } from './shapes.ts';

type RowType = NonNullable<Happening['row']>['type'];

function tell(
  world: World,
  table: 'email_messages' | 'sms_messages',
  type: RowType,
  record: Record<string, unknown> & { id: string; identity_id: string },
  event: string,
): void {
  const gone = type === 'DELETE';
  world.bus.tell({
    identityId: record.identity_id,
    row: {
      table,
      type,
      record: gone ? {} : record,
      // By default a table tells of what went only its primary key; here the filter's column too, or nobody would hear.
      old: type === 'INSERT' ? {} : { id: record.id, identity_id: record.identity_id },
    },
    ...(type === 'INSERT' && { event: { name: event, data: record } }),
  });
}

export function tellMail(world: World, row: EmailRow, type: RowType): void {
  const record = { ...emailShape(row), ...emailExtras(row), identity_id: row.identityId };
  tell(world, 'email_messages', type, record, row.direction === 'inbound' ? 'email.received' : 'email.sent');
}

export function tellSms(world: World, row: SmsRow, type: RowType): void {
  const record = { ...smsShape(row), identity_id: row.identityId };
  tell(world, 'sms_messages', type, record, row.direction === 'inbound' ? 'sms.received' : 'sms.sent');
}
