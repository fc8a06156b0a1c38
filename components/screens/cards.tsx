// Payment cards: every one with what is left of its budget; add one, open one. Leans on cards.list and cards.pull; numbers are never
// here.

import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { BudgetBar } from '../parts/budget-bar.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { cardLabel, cardTitle, STATUS } from '../words/cards.ts';
import { CardKey } from './card-key.tsx';
import { CardNew } from './card-new.tsx';
import { CardOpen } from './card-open.tsx';

export function Cards({ place, go }: { place: Place; go: Go }) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const list = useAsk('cards.list', {}, ['cards', 'vault']);
  const back = () => go({ tab: 'cards' });
  if (!list.value || !accounts.value) {
    const error = list.error ?? accounts.error;
    return error ? <Trouble error={error} acts={{ retry: list.again }} /> : <Skeleton rows={4} />;
  }
  const able = accounts.value.accounts.filter(({ slots }) => slots.includes('cards'));
  if (able.length === 0) return <NoAccount />;
  if (place.screen === 'new') {
    return <Adding accounts={able} onBack={back} go={go} />;
  }
  const opened = place.screen === 'open' ? list.value.cards.find(({ id }) => id === place.id) : undefined;
  if (opened) return <CardOpen key={opened.id} card={opened} onBack={back} />;
  return <CardList cards={list.value.cards} accounts={able} go={go} />;
}

interface AddingProps {
  accounts: AccountView[];
  onBack: () => void;
  go: Go;
}

/** The key first, where no account has one. Its sheet stays until the person goes on, though the account has its key by then. */
function Adding({ accounts, onBack, go }: AddingProps) {
  const [keyless, setKeyless] = useState(() =>
    accounts.every(({ hasCardKey }) => !hasCardKey) ? accounts[0] : undefined,
  );
  return keyless ? (
    <CardKey account={keyless} onBack={onBack} onDone={() => setKeyless(undefined)} />
  ) : (
    <CardNew
      onBack={onBack}
      onAdded={(id) => go({ tab: 'cards', screen: 'open', id })}
      onIdentity={() => go({ tab: 'addresses', screen: 'new' })}
    />
  );
}

function NoAccount() {
  return (
    <EmptyState
      icon="card"
      title={t('cardsNoAccountTitle')}
      action={
        <Button kind="primary" onClick={() => openOptions('accounts')}>
          {t('actionConnect')}
        </Button>
      }
    >
      {t('cardsNoAccountText')}
    </EmptyState>
  );
}

interface CardListProps {
  cards: PaymentCard[];
  accounts: AccountView[];
  go: Go;
}

function CardList({ cards, accounts, go }: CardListProps) {
  const pull = useAsk('cards.pull', {}, []);
  const add = () => go({ tab: 'cards', screen: 'new' });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const { again } = pull;
  const trouble = pull.error ?? pull.value?.trouble ?? null;
  if (cards.length === 0 && pull.busy) return <Skeleton rows={3} />;
  if (cards.length === 0 && trouble) {
    // Nobody knows whether there are any.
    return (
      <div class="stack">
        <Trouble error={trouble} acts={{ retry: again }} />
        <Button icon="plus" onClick={add}>
          {t('cardsAdd')}
        </Button>
      </div>
    );
  }
  if (cards.length === 0) {
    return (
      <div class="stack">
        <EmptyState
          icon="card"
          title={t('cardsEmptyTitle')}
          action={
            <Button kind="primary" icon="plus" onClick={add}>
              {t('cardsAdd')}
            </Button>
          }
        >
          {t('cardsEmptyText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="stack">
      <Trouble error={trouble} acts={{ retry: again }} />
      <ul class="rows">
        {cards.map((card) => (
          <li key={card.id}>
            <Row onOpen={() => go({ tab: 'cards', screen: 'open', id: card.id })} lead={<Icon name="card" />}>
              <span class="card-line">
                <b>{cardTitle(card)}</b>
                {card.status !== 'active' && <span class="tag">{STATUS[card.status]()}</span>}
              </span>
              <span class="soft cut">
                <bdi>{cardLabel(card) || names.get(card.accountId)}</bdi>
              </span>
              {card.status !== 'cancelled' && <BudgetBar card={card} />}
            </Row>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button icon="plus" onClick={add}>
          {t('cardsAdd')}
        </Button>
        <Button kind="quiet" icon="refresh" label={t('actionRefresh')} busy={pull.busy} onClick={again} />
      </div>
    </div>
  );
}
