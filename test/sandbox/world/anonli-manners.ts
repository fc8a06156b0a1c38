// The switches of the sandbox's anon.li, and the two ways the service is known to behave (contract §1.11): as its public page
// shows, which is the sandbox's own, and as the running server was recorded. A client has to live with either.
import * as v from 'valibot';

export const AnonliSettings = v.object({
  /** `data` alone, as the public page shows; with `meta`, as the server; or with the facts of paging `beside` it (§1.2). */
  envelope: v.picklist(['data', 'meta', 'beside']),
  /** Whether lists of aliases heed `limit` and `offset`; without, all come at once. */
  paging: v.boolean(),
  /** The most that a page holds, whatever `limit` says (§1.6: 100). */
  page_most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** `{success: true}` or `{data: {deleted: true}}` (§1.11). */
  deletions: v.picklist(['success', 'data']),
  /** What a plan limit answers: the public page says 403, the server 402. */
  plan_status: v.picklist([402, 403]),
  /** `standard`: error.code and error.message; `bare`: a plain string; `message`: no error at all (§1.3). */
  errors: v.picklist(['standard', 'bare', 'message']),
  /** `server`: numbers where a request costs something, else `unlimited`; `page`: numbers always; `none` (§1.4). */
  rate_headers: v.picklist(['server', 'page', 'none']),
  /** Whether the limiters of short windows count. */
  burst: v.boolean(),
  /** Whether two creations of one account at once both work, or the second one fails with 500, as the server's does. */
  parallel_creates: v.picklist(['work', 'fail']),
  /** What it makes up: six characters or words or a UUID, as the page shows and names; or always ten characters (§1.6). */
  made_up: v.picklist(['page', 'server']),
  /** What the quick way takes: a domain alone, or recipients as well (§1.6). */
  generate_takes: v.picklist(['domain', 'target']),
});

type Manners = v.InferOutput<typeof AnonliSettings>;

export const AS_THE_PAGE: Readonly<Manners> = {
  envelope: 'data',
  paging: false,
  page_most: 100,
  deletions: 'success',
  plan_status: 403,
  errors: 'standard',
  rate_headers: 'page',
  burst: true,
  parallel_creates: 'work',
  made_up: 'page',
  generate_takes: 'domain',
};

export const AS_THE_SERVER: Readonly<Manners> = {
  ...AS_THE_PAGE,
  envelope: 'meta',
  paging: true,
  deletions: 'data',
  plan_status: 402,
  rate_headers: 'server',
  parallel_creates: 'fail',
  made_up: 'server',
  generate_takes: 'target',
};
