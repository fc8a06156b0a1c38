// The wording of what a plan or a key does not allow: which allowance is used up, which plan has more of it, who may do it
// instead. Joined by errors.ts. Terms of a service that are not listed here are shown as they came, in quotes.
import type { ErrorDetail } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { planName } from './quota.ts';
import { accounts, hostInside, type TroubleWords } from './trouble.ts';

/** What is used up, by the service's own term for it (anon.li contract §1.3). */
const USED_UP: Readonly<Record<string, () => string>> = {
  alias_random: () => t('planRandomUsed'),
  alias_custom: () => t('planCustomUsed'),
  alias_domains: () => t('planDomainsUsed'),
  alias_recipients: () => t('planRecipientsUsed'),
  alias_recipients_per_alias: () => t('planPerAliasUsed'),
  upgrade_required: () => t('errorPlanTitleBare'),
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
    title: USED_UP[detail.limit ?? 'upgrade_required']?.() ?? t('errorPlanTitle', detail.limit ?? ''),
    safe: t('errorPlanSafe'),
    next: detail.plan
      ? t('errorPlanNextWith', planName(detail.plan), hostInside(detail))
      : t('errorPlanNext', hostInside(detail)),
    button: null,
  }),
  'missing-scope': (detail) => {
    const words = LACKS[detail.limit ?? '']?.(detail) ?? {
      title: detail.limit ? t('errorMissingScopeTitle', detail.limit) : t('errorMissingScopeTitleBare'),
      next: t('errorMissingScopeNext', hostInside(detail)),
    };
    return { ...words, safe: t('errorMissingScopeSafe'), button: accounts() };
  },
};
