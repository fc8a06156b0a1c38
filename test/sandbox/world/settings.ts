// The switches of the sandbox, where AliasKit's public documents disagree or say nothing (contract §1, §12), and what
// the shop is told to do. Decoded with valibot because they come from tests as JSON; defaults follow the seed.
import * as v from 'valibot';

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
});

const AnonliSettings = v.object({
  /** `data` alone, as the public page shows, or with `meta` beside it, as the server does (its contract §1.2). */
  envelope: v.picklist(['data', 'meta']),
  /** Whether lists of aliases heed `limit` and `offset`; without, all come at once. */
  paging: v.boolean(),
  /** `{success: true}` or `{data: {deleted: true}}` (§1.11). */
  deletions: v.picklist(['success', 'data']),
  /** What a plan limit answers: the public page says 403, the server 402. */
  plan_status: v.picklist([402, 403]),
  /** `standard`: error.code and error.message; `bare`: a plain string; `message`: no error at all (§1.3). */
  errors: v.picklist(['standard', 'bare', 'message']),
  rate_headers: v.boolean(),
  /** Whether the limiters of short windows count. */
  burst: v.boolean(),
});

const ShopSettings = v.object({
  /** Addresses the sign-up refuses: a whole address, or `@domain`. */
  reject: v.array(v.string()),
  code_boxes: v.picklist(['single', 'split']),
  /** Milliseconds of real time between the form's post and the mail. */
  code_delay_ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** What is mailed: see shop/letters.ts. */
  mail: v.picklist(['code', 'two-codes', 'two-mails', 'no-code', 'large', 'none']),
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
    },
    anonli: {
      envelope: 'data',
      paging: false,
      deletions: 'success',
      plan_status: 403,
      errors: 'standard',
      rate_headers: true,
      burst: true,
    },
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
