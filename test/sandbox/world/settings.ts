// The switches of the sandbox, where AliasKit's public documents disagree or say nothing (contract §1, §12), and what
// the shop is told to do. Decoded with valibot because they come from tests as JSON; defaults follow the seed.
import * as v from 'valibot';
import { AnonliSettings, AS_THE_PAGE } from './anonli-manners.ts';

const AliaskitSettings = v.object({
  /** `seed`: type/message/param/status; `codes`: code/message/fields; `text`: a plain string (contract §1.4). */
  errors: v.picklist(['seed', 'codes', 'text']),
  /** Whether rows belong to the account or to the key that made them (§1.2). */
  isolation: v.picklist(['account', 'key']),
  cors: v.picklist(['off', '*']),
  /** How `Retry-After` is written: whole seconds or an HTTP date (§1.5). */
  retry_after: v.picklist(['seconds', 'date']),
  /** Requests a minute for keys without their own limit; null means no limit. */
  rate_limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Adds direction, headers, attachments and identity_id, which later sources show and the seed does not (§4). */
  email_extras: v.boolean(),
  /** Numbers for sale; false answers 500, as when a phone provider has none left (§3.1). */
  phone_stock: v.boolean(),
  /** Cards an account may hold; null for no limit. */
  card_limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Reveals an account may have in a day (§1.5). */
  reveal_cap: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether the answer with the token says where the live line is (§8.1: it may not). */
  realtime_url: v.boolean(),
  /** Seconds a token of the live line is good for. */
  realtime_seconds: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const ShopSettings = v.object({
  /** Addresses the sign-up refuses: a whole address, or `@domain`. */
  reject: v.array(v.string()),
  code_boxes: v.picklist(['single', 'split']),
  /** Milliseconds of real time between the form's post and the mail. */
  code_delay_ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** What is mailed: see shop/letters.ts. */
  mail: v.picklist(['code', 'link', 'two-codes', 'two-mails', 'no-code', 'large', 'none']),
  qr: v.picklist(['image', 'svg-file', 'inline']),
  totp: v.object({
    algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
    digits: v.picklist([6, 7, 8]),
    period: v.pipe(v.number(), v.integer(), v.minValue(5)),
  }),
});

export const SettingsSchema = v.object({
  aliaskit: AliaskitSettings,
  anonli: AnonliSettings,
  shop: ShopSettings,
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const SettingsChange = v.object({
  aliaskit: v.optional(v.partial(AliaskitSettings)),
  anonli: v.optional(v.partial(AnonliSettings)),
  shop: v.optional(v.partial(ShopSettings)),
});

export function defaultSettings(): Settings {
  return {
    aliaskit: {
      errors: 'seed',
      isolation: 'account',
      cors: 'off',
      retry_after: 'seconds',
      rate_limit: 60,
      email_extras: false,
      phone_stock: true,
      card_limit: null,
      reveal_cap: 200,
      realtime_url: true,
      realtime_seconds: 3600,
    },
    anonli: { ...AS_THE_PAGE },
    shop: {
      reject: [],
      code_boxes: 'single',
      code_delay_ms: 0,
      mail: 'code',
      qr: 'image',
      totp: { algorithm: 'SHA1', digits: 6, period: 30 },
    },
  };
}

/** The settings with the given members replaced, one level deep per part. */
export function changeSettings(settings: Settings, change: v.InferOutput<typeof SettingsChange>): Settings {
  return v.parse(SettingsSchema, {
    aliaskit: { ...settings.aliaskit, ...change.aliaskit },
    anonli: { ...settings.anonli, ...change.anonli },
    shop: { ...settings.shop, ...change.shop },
  });
}
