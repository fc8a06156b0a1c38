// Admin routes for the sandbox's Kayle ID: the phone (connect, fail, succeed, with whose document and which choices), the state of
// organisations and keys, what the receiver got, and all that is due by the clock, done now. Nothing of it exists in Kayle.
import * as v from 'valibot';
import { connect, fail, type Holder, isActive, succeed, withdraw } from '../kayle/lifecycle.ts';
import type { OrgRow, SessionRow } from '../kayle/rows.ts';
import type { World } from '../world/world.ts';
import { type AdminCall, NotThere } from './call.ts';

/** A specimen from ICAO Doc 9303, grown up and unreal. */
const SPECIMEN: Holder = {
  document_type_code: 'P',
  issuing_country_code: 'UTO',
  family_name: 'ERIKSSON',
  given_names: 'ANNA MARIA',
  document_number: 'L898902C3',
  nationality_code: 'UTO',
  date_of_birth: '1974-08-12',
  sex_marker: 'F',
  document_expiry_date: '2032-04-15',
  mrz_optional_data: '',
};

const HolderWish = v.partial(
  v.object({
    document_type_code: v.string(),
    issuing_country_code: v.string(),
    family_name: v.string(),
    given_names: v.string(),
    document_number: v.string(),
    nationality_code: v.string(),
    date_of_birth: v.pipe(v.string(), v.isoDate()),
    sex_marker: v.string(),
    document_expiry_date: v.pipe(v.string(), v.isoDate()),
    mrz_optional_data: v.string(),
  }),
);

const PhoneAct = v.variant('act', [
  v.object({ act: v.literal('connect') }),
  /** One try spent; the third of a kind ends the session with its code. */
  v.object({
    act: v.literal('try'),
    code: v.picklist([
      'document_authenticity_failed',
      'document_active_authentication_failed',
      'document_chip_authentication_failed',
      'liveness_failed',
      'selfie_face_mismatch',
    ]),
  }),
  /** Ends the session at once, whatever was tried. */
  v.object({ act: v.literal('fail'), code: v.string() }),
  v.object({
    act: v.literal('succeed'),
    holder: v.optional(HolderWish, {}),
    /** Optional claims the person shares. */
    chosen: v.optional(v.array(v.string()), []),
  }),
  v.object({ act: v.literal('withdraw') }),
]);
type Act = v.InferOutput<typeof PhoneAct>;

const MOST_TRIES = 3;

function play(world: World, session: SessionRow, act: Act): void {
  if (act.act === 'withdraw') {
    if (isActive(session)) throw new NotThere('nothing to withdraw from yet');
    withdraw(world, session);
    return;
  }
  if (!isActive(session)) throw new NotThere('this session has ended');
  if (session.status === 'created') connect(world, session);
  if (act.act === 'try') spend(world, session, act.code);
  else if (act.act === 'fail') fail(world, session, act.code);
  else if (act.act === 'succeed') succeed(world, session, withDefined(act.holder), act.chosen);
}

/** Members that were given, over the specimen's. */
const withDefined = (holder: v.InferOutput<typeof HolderWish>): Holder => ({
  ...SPECIMEN,
  ...Object.fromEntries(Object.entries(holder).filter(([, value]) => value !== undefined)),
});

function spend(world: World, session: SessionRow, code: string): void {
  const face = code === 'liveness_failed' || code === 'selfie_face_mismatch';
  const spent = (face ? session.livenessTries : session.nfcTries) + 1;
  if (face) session.livenessTries = spent;
  else session.nfcTries = spent;
  if (spent >= MOST_TRIES) fail(world, session, code);
}

const OrgChange = v.partial(
  v.object({
    name: v.string(),
    domains: v.array(v.string()),
    ownerChecked: v.boolean(),
    frozen: v.boolean(),
    missing: v.array(v.string()),
    termsAccepted: v.boolean(),
    website: v.nullable(v.string()),
    privacyPolicy: v.nullable(v.string()),
    terms: v.nullable(v.string()),
    description: v.nullable(v.string()),
    appealUrl: v.nullable(v.string()),
    complaintsUrl: v.nullable(v.string()),
    fallbackUrl: v.nullable(v.string()),
    supportEmail: v.nullable(v.string()),
  }),
);

function sessionOf({ world, param }: AdminCall): SessionRow {
  const row = world.state.kayle.sessions.get(param('id'));
  if (row === undefined) throw new NotThere('no such session');
  return row;
}

function orgOf({ world, param }: AdminCall): OrgRow {
  const row = world.state.kayle.orgs.get(param('id'));
  if (row === undefined) throw new NotThere('no such organisation');
  return row;
}

export const kayleRoutes: Readonly<Record<string, (call: AdminCall) => object | Promise<object>>> = {
  'GET /kayle/organisations': ({ world }) => ({ organisations: [...world.state.kayle.orgs.values()] }),
  'PATCH /kayle/organisations/:id': (call) => {
    const org = orgOf(call);
    return Object.assign(org, v.parse(OrgChange, call.body));
  },
  'GET /kayle/sessions': ({ world }) => ({ sessions: [...world.state.kayle.sessions.values()] }),
  'POST /kayle/sessions/:id/phone': async (call) => {
    const session = sessionOf(call);
    play(call.world, session, v.parse(PhoneAct, call.body));
    await call.courier.settle();
    return session;
  },
  /** All that is due by the clock: tries, the sweep, deletions. Resolves when the answers were sent. */
  'POST /kayle/settle': async ({ courier }) => {
    await courier.settle();
    return { ok: true };
  },
  'PATCH /kayle/mode': ({ world, body }) => {
    const { mode } = v.parse(v.object({ mode: v.picklist(['development', 'production']) }), body);
    world.state.kayle.mode = mode;
    return { mode };
  },
  /** What a box answers from now on; 2xx keeps what comes. */
  'PATCH /kayle/receiver/:box': ({ world, body, param }) => {
    const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599));
    const wish = v.parse(v.object({ status }), body);
    world.state.kayle.boxStatus.set(param('box'), wish.status);
    return wish;
  },
};
