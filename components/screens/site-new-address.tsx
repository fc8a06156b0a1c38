// One click to a new address for this site: shows beforehand which account makes it and what it will be, then makes it and
// fills it; what an alias can be wished like is one step further. Leans on addresses.create; made once, never asked for twice.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import type { NewAddressSource } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { draftOf, formatOf, isWhole, NO_WISH, type WishDraft, wishOf } from '../state/alias-wish.ts';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { useFill } from '../state/fill.ts';
import { useDiscardAct } from '../state/made.ts';
import { AliasFields } from './alias-fields.tsx';
import { FillTrouble } from './fill-trouble.tsx';

/** `wished`: it was changed here; until then it is as the offer has it. */
const UNTOUCHED = { accountId: '', wished: false, ...NO_WISH };

export function SiteNewAddress({ view, site }: { view: SiteView; site: string }) {
  const draft = useDraft(`site.new.${site}`, UNTOUCHED);
  const [unfolded, setUnfolded] = useState<boolean | null>(null);
  const create = useAct('addresses.create');
  const fill = useFill();
  const discardAct = useDiscardAct();
  const wanted = draft.value;
  const mine = view.sources.filter(({ accountId }) => accountId === wanted.accountId);
  const source = mine[0] ?? view.sources[0];
  if (!source) return null;
  const accounts = [...new Map(view.sources.map(({ accountId, account }) => [accountId, account]))];
  const offers = view.sources.filter(({ accountId }) => accountId === source.accountId);
  const home = offers.find(({ wish }) => wish?.domain === undefined)?.domain ?? null;
  const wish: WishDraft = wanted.wished ? wanted : draftOf(source.wish ?? {});
  const whole = !source.forwards || isWhole(wish);
  // A part of one's own cannot be made without being typed.
  const more = unfolded ?? formatOf(wish) === 'custom';
  const make = () =>
    create.run(async () => {
      const { address } = await ask('addresses.create', {
        accountId: source.accountId,
        site,
        ...(source.forwards ? wishOf(wish) : {}),
      });
      await draft.clear();
      fill.fill({ kind: 'address', id: address.id }, address.email, discardAct(address));
    });
  return (
    <section class="card">
      <h3>{t('siteNewTitle')}</h3>
      {accounts.length > 1 && (
        <SelectField
          label={t('fieldAccount')}
          value={source.accountId}
          options={accounts.map(([value, label]) => ({ value, label }))}
          onValue={(accountId) => draft.set({ ...UNTOUCHED, accountId })}
        />
      )}
      <Preview source={source} domain={wish.aliasDomain || home} />
      {source.forwards && (
        <Button kind="quiet" expanded={more} onClick={() => setUnfolded(!more)}>
          {t('siteNewMore')}
        </Button>
      )}
      {more && source.forwards && (
        <AliasFields
          accountId={source.accountId}
          home={home}
          wish={wish}
          onWish={(change) => draft.set({ ...wish, ...change, wished: true })}
        />
      )}
      <Button
        kind={view.addresses.length === 0 ? 'primary' : 'plain'}
        icon="plus"
        busy={create.busy || fill.busy}
        disabled={!whole}
        onClick={make}
      >
        {t('siteNewButton')}
      </Button>
      <Trouble error={create.error} />
      <FillTrouble fill={fill} site={site} />
    </section>
  );
}

function Preview({ source, domain }: { source: NewAddressSource; domain: string | null }) {
  if (source.preview) return <EmailText email={source.preview} />;
  return <p class="soft">{domain ? t('siteNewAt', domain) : t('siteNewBy', source.account)}</p>;
}
