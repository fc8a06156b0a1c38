// Adds a text to the rows under a free id. Apart from sms.ts so that both sending and receiving can use it.
import type { SmsRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { tellSms } from './happenings.ts';

export function addSms(world: World, sms: Omit<SmsRow, 'id'>): SmsRow {
  let id: string;
  do id = `sms_${world.random.alnum(6)}`;
  while (world.state.sms.has(id));
  const row = { ...sms, id };
  world.state.sms.set(id, row);
  tellSms(world, row, 'INSERT');
  return row;
}
