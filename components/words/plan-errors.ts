// The wording of what a plan or a key does not allow: which allowance is used up, which plan has more of it, who may do it
// instead. Joined by errors.ts. Terms of a service that are not listed here are shown as they came, in quotes.
import { ALIASKIT_SCOPE_NAMES, ALIASKIT_SCOPES } from '../../lib/aliaskit-scopes.ts';
import type { ErrorDetail } from '../../lib/error.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { own } from '../../lib/own.ts';
import { planName } from './quota.ts';
import { accounts, hostInside, type TroubleWords } from './trouble.ts';

/** What is used up or not included, by the service's own term for it (anon.li contract §1.3, AliasKit contract §1.4). */
const USED_UP: Readonly<Record<string, () => string>> = {
  alias_random: () => t('planRandomUsed'),
  alias_custom: () => t('planCustomUsed'),
  alias_domains: () => t('planDomainsUsed'),
  alias_recipients: () => t('planRecipientsUsed'),
  alias_recipients_per_alias: () => t('planPerAliasUsed'),
  upgrade_required: () => t('errorPlanTitleBare'),
  free_tier_identity_limit: () => t('planIdentitiesUsed'),
  free_tier_phone_blocked: () => t('planNoPhones'),
  free_tier_phone_number_limit: () => t('planPhonesUsed'),
  free_tier_cards_blocked: () => t('planNoCards'),
  free_tier_card_limit: () => t('planCardsUsed'),
  free_tier_totp_blocked: () => t('planNoTotp'),
  free_tier_custom_domains_blocked: () => t('planNoDomains'),
};

/** Where deleting an address would not help. */
const NOT_FREED: Readonly<Record<string, MessageKey | undefined>> = {
  free_tier_phone_blocked: 'errorPlanNextOnly',
  free_tier_phone_number_limit: 'errorPlanNextPhone',
  free_tier_cards_blocked: 'errorPlanNextOnly',
  free_tier_card_limit: 'errorPlanNextCard',
  free_tier_totp_blocked: 'errorPlanNextOnly',
  free_tier_custom_domains_blocked: 'errorPlanNextOnly',
};

/** Rights that no setting of this key gives: who has them instead. */
const LACKS: Readonly<Record<string, (detail: ErrorDetail) => Pick<TroubleWords, 'title' | 'next'>>> = {
  'personal-key': (detail) => ({
    title: t('keyPersonalTitle'),
    next: t('keyPersonalNext', hostInside(detail)),
  }),
  'organization-admin': (detail) => ({
    title: t('keyAdminTitle'),
    next: t('keyAdminNext', hostInside(detail)),
  }),
};

export const PLAN_WORDS: Record<'plan' | 'missing-scope', (detail: ErrorDetail) => TroubleWords> = {
  plan: (detail) => ({
    title: own(USED_UP, detail.limit ?? 'upgrade_required')?.() ?? t('errorPlanTitle', detail.limit ?? ''),
    safe: t('errorPlanSafe'),
    next: detail.plan
      ? t('errorPlanNextWith', planName(detail.plan), hostInside(detail))
      : t(own(NOT_FREED, detail.limit ?? '') ?? 'errorPlanNext', hostInside(detail)),
    button: null,
  }),
  'missing-scope': (detail) => {
    const words = own(LACKS, detail.limit ?? '')?.(detail) ?? {
      title: detail.limit ? t('errorMissingScopeTitle', detail.limit) : t('errorMissingScopeTitleBare'),
      next: forScope(detail),
    };
    return { ...words, safe: t('errorMissingScopeSafe'), button: accounts() };
  },
};

/** AliasKit's keys can be changed where they are, and its rights are few enough to say what each is for. */
function forScope(detail: ErrorDetail): string {
  const host = hostInside(detail);
  const scope = ALIASKIT_SCOPE_NAMES.find((name) => name === detail.limit);
  if (scope === undefined) return t('errorMissingScopeNext', host);
  return t('errorMissingScopeChange', t(ALIASKIT_SCOPES[scope]), host);
}
