// Who is at the other end of a cookie: a session in memory, and the wishes a test gave with the address
// (`?boxes=split`), which hold for that session only. Knows no page.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';

export type ShopOptions = Settings['shop'] & {
  rejectAll: boolean;
  /** Whether signing up asks who one is. */
  asksPerson: boolean;
};

export interface Session {
  /** Signing up: the address that waits for its code. */
  pending: string | null;
  /** Password was right, the second factor is still owed. */
  half: string | null;
  user: string | null;
  wishes: Partial<ShopOptions>;
  /** Said once on the next page. */
  notice: string | null;
}

const COOKIE = 'sid';

/** What a page's query may ask for; anything else in it is ignored. */
const Wishes = {
  boxes: v.picklist(['single', 'split']),
  mail: v.picklist(['code', 'link', 'two-codes', 'two-mails', 'no-code', 'large', 'none']),
  qr: v.picklist(['image', 'svg-file', 'inline']),
  delay: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
  reject: v.literal('1'),
  person: v.literal('1'),
};

function wishesOf(query: Record<string, string>): Partial<ShopOptions> {
  const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> | undefined => {
    const result = v.safeParse(schema, query[name]);
    return result.success ? result.output : undefined;
  };
  const [boxes, mail, qr] = [read('boxes', Wishes.boxes), read('mail', Wishes.mail), read('qr', Wishes.qr)];
  const delay = read('delay', Wishes.delay);
  return {
    ...(boxes && { code_boxes: boxes }),
    ...(mail && { mail }),
    ...(qr && { qr }),
    ...(delay !== undefined && { code_delay_ms: delay }),
    ...(read('reject', Wishes.reject) && { rejectAll: true }),
    ...(read('person', Wishes.person) && { asksPerson: true }),
  };
}

export interface Sessions {
  /** The caller's session, made on first sight, with the wishes of this request's query added. */
  open(c: Context): Session;
  options(session: Session): ShopOptions;
}

export function createSessions(world: World): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open(c) {
      let id = getCookie(c, COOKIE) ?? '';
      let session = sessions.get(id);
      if (session === undefined) {
        id = world.random.hex(32);
        session = { pending: null, half: null, user: null, wishes: {}, notice: null };
        sessions.set(id, session);
        setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
      }
      Object.assign(session.wishes, wishesOf(c.req.query()));
      return session;
    },
    options: (session) => ({
      ...world.state.settings.shop,
      rejectAll: false,
      asksPerson: false,
      ...session.wishes,
    }),
  };
}
