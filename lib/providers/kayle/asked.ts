// What the person who is asked may read of a check, by its id alone (contract §12.1): undocumented, so that any of it may be
// missing or gone tomorrow, and then says so. Sends no key and no cancel token, reads only, and touches neither consent nor
// handoff. Everything an organisation typed is hostile: links are http(s) or null, texts are cut and lose control characters.
import * as v from 'valibot';
import type { AskedCheck, AskedPrivacy, AskedStatus } from '../../check.ts';
import type { AskedReader } from '../check-slots.ts';
import { createTransport, type MakeTransport } from '../http.ts';
import { explainKayle } from './errors.ts';
import { checkKayleBaseUrl } from './kayle.ts';
import { askedClaims, statusOf, statusWord } from './session-shapes.ts';
import { segment } from './sessions.ts';
import {
  dataOf,
  id,
  orNull,
  shownTextOrNull,
  timeOrNull,
  webUrlOrNull,
  wholeNumber,
  wordOrNull,
} from './wire.ts';

const flagOrNull = v.fallback(orNull(v.boolean()), null);
const email = v.fallback(orNull(v.pipe(v.string(), v.maxLength(254), v.email())), null);
const domains = v.fallback(v.array(v.pipe(v.string(), v.maxLength(253), v.toLowerCase())), []);
const nothing = { appeal_url: null, complaints_url: null, fallback_idv_url: null, support_email: null };

const recourse = v.object({
  appeal_url: webUrlOrNull,
  complaints_url: webUrlOrNull,
  fallback_idv_url: webUrlOrNull,
  support_email: email,
});

const details = dataOf(
  v.pipe(
    v.object({
      session_id: id,
      share_fields: askedClaims,
      is_age_only: v.nullish(v.boolean(), false),
      organization_id: id,
      organization_name: shownTextOrNull,
      organization_owner_id_check_completed: flagOrNull,
      organization_verified_apex_domains: domains,
      organization_logo: webUrlOrNull,
      organization_business_type: shownTextOrNull,
      organization_business_name: shownTextOrNull,
      organization_business_jurisdiction: shownTextOrNull,
      organization_business_registration_number: shownTextOrNull,
      organization_website: webUrlOrNull,
      organization_privacy_policy_url: webUrlOrNull,
      organization_terms_of_service_url: webUrlOrNull,
      organization_description: shownTextOrNull,
      rp_fallback: v.fallback(v.nullish(recourse, nothing), nothing),
      expires_at: v.fallback(timeOrNull, null),
    }),
    v.transform(
      (wire): AskedCheck => ({
        sessionId: wire.session_id,
        claims: wire.share_fields,
        ageOnly: wire.is_age_only,
        organization: {
          id: wire.organization_id,
          name: wire.organization_name ?? '',
          ownerChecked: wire.organization_owner_id_check_completed,
          verifiedDomains: wire.organization_verified_apex_domains,
          logoUrl: wire.organization_logo,
          businessType: wire.organization_business_type,
          businessName: wire.organization_business_name,
          jurisdiction: wire.organization_business_jurisdiction,
          registrationNumber: wire.organization_business_registration_number,
          websiteUrl: wire.organization_website,
          privacyPolicyUrl: wire.organization_privacy_policy_url,
          termsUrl: wire.organization_terms_of_service_url,
          description: wire.organization_description,
        },
        recourse: {
          appealUrl: wire.rp_fallback.appeal_url,
          complaintsUrl: wire.rp_fallback.complaints_url,
          otherWayUrl: wire.rp_fallback.fallback_idv_url,
          email: wire.rp_fallback.support_email,
        },
        expiresAt: wire.expires_at,
      }),
    ),
  ),
);

const status = dataOf(
  v.pipe(
    v.object({
      session_id: id,
      status: statusWord,
      is_terminal: v.nullish(v.boolean(), false),
      completed_at: timeOrNull,
      redirect_url: webUrlOrNull,
      // Of the attempt era, and made up by newer servers: with `completed`, the only word on how it ended.
      latest_attempt: v.fallback(orNull(v.object({ status: wordOrNull })), null),
    }),
    v.transform((wire): AskedStatus => {
      const known = statusOf(wire.status);
      const ended = statusOf(wire.latest_attempt?.status ?? '');
      return {
        sessionId: wire.session_id,
        status: known === 'completed' && (ended === 'succeeded' || ended === 'failed') ? ended : known,
        statusWord: wire.status,
        ended: wire.is_terminal,
        completedAt: wire.completed_at,
        redirectUrl: wire.redirect_url,
      };
    }),
  ),
);

const none = { total_count: 0, succeeded_count: 0, undelivered_count: 0 };
const privacy = dataOf(
  v.pipe(
    v.object({
      has_withdrawn_consent: v.nullish(v.boolean(), false),
      is_terminal: v.nullish(v.boolean(), false),
      result_webhook_deliveries: v.nullish(
        v.object({
          total_count: wholeNumber,
          succeeded_count: wholeNumber,
          undelivered_count: wholeNumber,
        }),
        none,
      ),
    }),
    v.transform(
      ({ result_webhook_deliveries: sent, ...wire }): AskedPrivacy => ({
        withdrawn: wire.has_withdrawn_consent,
        ended: wire.is_terminal,
        deliveries: {
          total: sent.total_count,
          succeeded: sent.succeeded_count,
          undelivered: sent.undelivered_count,
        },
      }),
    ),
  ),
);

/**
 * @param origin where `/v1/verify` is answered: the API's, or the verify host's own, which passes it on
 * @throws AppError `insecure-url` or `rejected` at once; each call `not-found` (none such, or its organisation is frozen),
 * `conflict` (reason `SESSION_EXPIRED`), `malformed`, `unreachable`, …
 */
export function askedReader(origin: string, makeTransport: MakeTransport = createTransport): AskedReader {
  const baseUrl = `${checkKayleBaseUrl(origin)}/v1/verify/session`;
  const send = makeTransport({ baseUrl, apiKey: null, explain: explainKayle });
  const read = <S extends v.GenericSchema>(sessionId: string, what: string, reply: S, signal?: AbortSignal) =>
    send({ method: 'GET', path: `/${segment(sessionId)}/${what}`, effect: 'read', scope: '', reply }, signal);
  return {
    details: (sessionId, signal) => read(sessionId, 'details', details, signal),
    status: (sessionId, signal) => read(sessionId, 'status', status, signal),
    privacy: (sessionId, signal) => read(sessionId, 'privacy-context', privacy, signal),
  };
}
