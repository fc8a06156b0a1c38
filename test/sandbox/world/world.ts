// Everything the sandbox's programs share: rows, clock, chance, mail seen, requests seen, faults waiting. One object
// handed to each of them; leans on no server. What is not in `state` is forgotten at a restart.
import { randomBytes } from 'node:crypto';
import { issueKey } from '../aliaskit/keys.ts';
import { freshVaults } from '../aliaskit/rows.ts';
import { addHouseAccount } from '../anonli/accounts.ts';
import { freshAnonli } from '../anonli/rows.ts';
import { createFaults, type Faults } from '../edge/faults.ts';
import { createJournal, type Journal } from '../edge/journal.ts';
import { addHouse } from '../kayle/house.ts';
import { freshKayle } from '../kayle/rows.ts';
import type { SeenMail } from '../post/mime.ts';
import { type Bus, createBus } from './bus.ts';
import { createRandom, type Random } from './random.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { SCOPES, type State } from './state.ts';

/** How many accepted mails are kept for `GET /__sandbox/mail`. */
const MAILS_KEPT = 200;

export interface SentSms {
  at: number;
  from: string;
  to: string;
  body: string;
}

export interface World {
  state: State;
  random: Random;
  faults: Faults;
  journal: Journal;
  /** Tells the live line what happens. */
  bus: Bus;
  /** Every mail the SMTP server took, newest last, whoever it was for. */
  mails: SeenMail[];
  outbox: { emailIds: string[]; sms: SentSms[] };
  /** Tokens left per key id and the time they were counted. */
  buckets: Map<string, { tokens: number; at: number }>;
  /** Requests counted per limiter of anon.li and who asks, and when its window ends. */
  bursts: Map<string, { count: number; endsAt: number }>;
  /** Values typed into the look-alike site. */
  caught: { at: number; path: string; form: Record<string, string> }[];
  /** Where HTTP listens; 0 until it does. */
  port: number;
  /** Sandbox time, milliseconds since the epoch. */
  now(): number;
  /** Tells the keeper of `--data` that rows changed. */
  changed(): void;
  remember(mail: SeenMail): void;
  /** Empties everything but the first key and the clock's mechanism; a seed starts the same names over. */
  reset(seed?: string): void;
}

function freshState(seed: string, settings: Settings): State {
  return {
    draws: { seed, count: 0 },
    clockOffset: 0,
    primaryKey: '',
    settings,
    keys: new Map(),
    identities: new Map(),
    emails: new Map(),
    sms: new Map(),
    shopUsers: new Map(),
    anonli: freshAnonli(seed),
    kayle: freshKayle(seed),
    vaults: freshVaults(randomBytes(32).toString('hex')),
  };
}

export interface WorldOptions {
  /** Rows of an earlier run. */
  state?: State | undefined;
  seed?: string | undefined;
  /** Requests a minute for keys without their own limit; also what a reset goes back to. */
  rateLimit?: number | null | undefined;
}

export function createWorld(options: WorldOptions): World {
  const startSettings = (): Settings => {
    const settings = defaultSettings();
    if (options.rateLimit !== undefined) settings.aliaskit.rate_limit = options.rateLimit;
    return settings;
  };
  const seed = options.seed ?? randomBytes(16).toString('hex');
  const state = options.state ?? freshState(seed, startSettings());
  const world: World = {
    state,
    random: createRandom(state.draws),
    faults: createFaults(),
    journal: createJournal(),
    bus: createBus(),
    mails: [],
    outbox: { emailIds: [], sms: [] },
    buckets: new Map(),
    bursts: new Map(),
    caught: [],
    port: 0,
    now: () => Date.now() + state.clockOffset,
    changed: () => undefined,
    remember(mail) {
      world.mails.push(mail);
      if (world.mails.length > MAILS_KEPT) world.mails.shift();
    },
    reset(seed) {
      const kept = state.primaryKey;
      const keptAnonli = state.anonli.primaryKey;
      const keptKayle = state.kayle.keyTexts;
      Object.assign(state, freshState(seed ?? state.draws.seed, startSettings()));
      world.random = createRandom(state.draws);
      world.faults.clear();
      world.journal.clear();
      world.mails.length = 0;
      world.outbox.emailIds.length = 0;
      world.outbox.sms.length = 0;
      world.caught.length = 0;
      world.buckets.clear();
      world.bursts.clear();
      // The first key stays valid over a reset: whoever holds it cannot be told a new one.
      state.primaryKey = issueKey(world, { scopes: [...SCOPES] }, kept).key;
      addHouseAccount(state, world.now(), keptAnonli);
      addHouse(state.kayle, keptKayle);
      world.changed();
    },
  };
  if (state.primaryKey === '') state.primaryKey = issueKey(world, { scopes: [...SCOPES] }).key;
  if (state.anonli.primaryKey === '') addHouseAccount(state, world.now());
  if (state.kayle.orgs.size === 0) addHouse(state.kayle);
  return world;
}
