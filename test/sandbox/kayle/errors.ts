// Kayle's refusals and their odd bodies (contract §3, §4): the envelope, the bare error, a ZodError with its issues as text, and
// plain text. The one place that knows those shapes; throws and catches nothing.

const DOCS = 'https://kayle.id/docs';

interface Envelope {
  code: string;
  message: string;
  hint: string;
  docs: string;
}

/** A finished answer, thrown by whatever finds that it cannot go on. */
export class Refusal extends Error {
  readonly answer: () => Response;
  constructor(answer: () => Response) {
    super('refused');
    this.answer = answer;
  }
}

export const text = (status: number, body: string): Refusal =>
  new Refusal(() => new Response(body, { status, headers: { 'content-type': 'text/plain; charset=UTF-8' } }));

/** 401, 403 and 413: no `data`, no hint. */
export const bare = (status: number, code: string, message: string): Refusal =>
  new Refusal(() => Response.json({ error: { code, message } }, { status }));

/** `/v1/verify/*`: the envelope without hint and docs. */
export const brief = (status: number, code: string, message: string): Refusal =>
  new Refusal(() => Response.json({ data: null, error: { code, message } }, { status }));

export const envelope = (status: number, error: Envelope): Refusal =>
  new Refusal(() => Response.json({ data: null, error }, { status }));

export type Issue = Readonly<Record<string, unknown>>;

/** What a route answers whose schema was not met. */
export const zodError = (...issues: readonly Issue[]): Refusal =>
  new Refusal(() =>
    Response.json(
      { success: false, error: { name: 'ZodError', message: JSON.stringify(issues, null, 2) } },
      { status: 400 },
    ),
  );

export const unauthorized = (): Refusal => bare(401, 'UNAUTHORIZED', 'Unauthorized');
export const forbidden = (): Refusal => bare(403, 'FORBIDDEN', 'Forbidden');
export const nowhere = (): Refusal => text(404, '404 Not Found');

/** @param place behind `/docs/api/` */
export const missing = (thing: string, place: string): Refusal =>
  envelope(404, {
    code: 'NOT_FOUND',
    message: `${thing} not found.`,
    hint: `The ${thing.toLowerCase()} with the given ID was not found.`,
    docs: `${DOCS}/api/${place}`,
  });

export const frozen = (): Refusal =>
  envelope(410, {
    code: 'ORGANIZATION_FROZEN',
    message:
      'This organization is scheduled for deletion. API keys and verification flows are disabled until the deletion is canceled.',
    hint: 'Cancel the pending deletion from the dashboard, then retry.',
    docs: `${DOCS}/errors/organization-frozen`,
  });

const create = (code: string, message: string, hint: string, status = 400): Refusal =>
  envelope(status, { code, message, hint, docs: `${DOCS}/api/sessions#create` });

const VERIFY_DOMAIN =
  'Verify a domain on the Domains page that covers this redirect host. Any subdomain of a verified apex is accepted by default; add explicit redirect URI patterns to narrow further.';

/** What creating a session can be refused for (contract §4.2). */
export const CREATE = {
  shareFields: () =>
    create(
      'INVALID_SHARE_FIELDS',
      'Invalid share_fields payload.',
      'share_fields must be an object map of claim keys.',
    ),
  unknownClaim: () =>
    create(
      'UNKNOWN_CLAIM_KEY',
      'Unknown claim key.',
      'Use a supported claim key from the share contract allowlist.',
    ),
  badAge: () =>
    create(
      'INVALID_AGE_GATE_KEY',
      'Invalid age gate claim key.',
      'Use `age_over_<integer>` with a valid threshold, for example `age_over_18`.',
    ),
  twoAges: () =>
    create(
      'MULTIPLE_AGE_GATES_NOT_ALLOWED',
      'Multiple age gate claims are not allowed.',
      'Only one age_over_X claim can be provided per session.',
    ),
  noReason: () =>
    create(
      'REASON_REQUIRED',
      'Each share field requires a reason.',
      'Provide a non-empty reason for every requested claim.',
    ),
  longReason: () =>
    create('REASON_TOO_LONG', 'Reason is too long.', 'Reason must be 200 characters or fewer.'),
  tooMany: () =>
    create(
      'TOO_MANY_SHARE_FIELDS',
      'Too many share fields requested.',
      'The maximum number of share fields is 32.',
    ),
  publicSuffix: () =>
    create(
      'INVALID_REDIRECT_URL',
      'Hostname is itself a public suffix; an organization cannot own it.',
      VERIFY_DOMAIN,
    ),
  domain: () =>
    create(
      'REDIRECT_URL_DOMAIN_NOT_VERIFIED',
      'Redirect URL host is not on a verified domain for this organization.',
      VERIFY_DOMAIN,
    ),
  endpoint: () =>
    create(
      'WEBHOOK_ENDPOINT_UNAVAILABLE',
      'Webhook endpoint is unavailable.',
      'Provide enabled webhook endpoint IDs that belong to this organization, or omit `webhook_endpoint_id` to fan out to all enabled subscribed endpoints.',
    ),
  onboarding: (steps: readonly string[]) =>
    create(
      'ONBOARDING_INCOMPLETE',
      'Finish onboarding the organization before creating verification sessions.',
      `Missing onboarding steps: ${steps.join(', ')}. Finish the organization onboarding flow at /onboarding (missing fields: ${FIELDS.join(', ')}).`,
    ),
  terms: () =>
    create(
      'RP_TERMS_ACCEPTANCE_REQUIRED',
      'Accept the current relying-party integration terms before creating production verification sessions.',
      'An owner must accept the current Kayle ID Integration Terms in the organization settings.',
    ),
  dailyLimit: () =>
    create(
      'ORG_NOT_VERIFIED_LIMIT_EXCEEDED',
      'The daily limit of an unverified organization is reached.',
      'Verify the organization, or wait; sessions that ask for an age only are not limited.',
      429,
    ),
} as const;

/** The fields an organisation without anything lacks, as the service lists them. */
const FIELDS =
  'businessType,businessName,businessJurisdiction,businessRegistrationNumber,logo,website,description,privacyPolicyUrl,termsOfServiceUrl,legalControllerName,controllerJurisdiction,privacyPolicyUrl,supportEmail,article6Basis,article9Condition,usesKayleForConsequentialDecisions,rpIntegrationTermsAcceptance,ownerIdCheck'.split(
    ',',
  );

export const badKey = (): Refusal =>
  envelope(400, {
    code: 'BAD_REQUEST',
    message: 'Bad request.',
    hint: 'Provide an RSA-OAEP-256 public JWK without private key material.',
    docs: `${DOCS}/api/webhooks/keys#create`,
  });

/** What a bare status looks like here, for faults on order. */
export function faultOf(status: number): Response {
  if (status === 401) return unauthorized().answer();
  if (status === 403) return forbidden().answer();
  if (status >= 500) return text(status, 'Internal Server Error').answer();
  const error = {
    code: 'BAD_REQUEST',
    message: 'Bad request.',
    hint: `Fault on order: ${status}`,
    docs: DOCS,
  };
  return envelope(status, error).answer();
}

export const notReplayable = (): Refusal =>
  envelope(409, {
    code: 'CONFLICT',
    message: 'Webhook event cannot be replayed.',
    hint: 'Only webhook events with replayable deliveries can be replayed.',
    docs: `${DOCS}/api/webhooks/events#replay`,
  });

export const delivering = (): Refusal =>
  envelope(409, {
    code: 'CONFLICT',
    message: 'Webhook delivery is in progress.',
    hint: 'Wait for the delivery in progress to end, then retry.',
    docs: `${DOCS}/api/webhooks/deliveries#retry`,
  });

export const payloadGone = (): Refusal =>
  envelope(409, {
    code: 'WEBHOOK_PAYLOAD_EXPIRED',
    message: 'Webhook payload is no longer retained.',
    hint: 'Payload expired; create a new verification session or handle the event manually.',
    docs: `${DOCS}/api/webhooks/deliveries#payload-retention`,
  });
