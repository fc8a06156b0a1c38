// The door of the phone provider: a form post per incoming text, answered with an empty TwiML document (contract §5).
// Unknown numbers are acknowledged all the same.
import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import { acceptSms } from './inbound.ts';

const TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

/** The app below `/api/internal`. */
export function createProviderPost(world: World): Hono {
  const app = new Hono();
  app.post('/sms/inbound', async (c) => {
    const form = await c.req.formData();
    const read = (name: string): string => String(form.get(name) ?? '');
    const sms = { to: read('To'), from: read('From'), body: read('Body') };
    if (sms.to === '' || sms.from === '') return c.text('To and From are required', 400);
    acceptSms(world, sms);
    return c.body(TWIML, 200, { 'content-type': 'text/xml' });
  });
  return app;
}
