// Paying on the site in front of the user, confirmed here and nowhere else: the site, every frame that takes a value, the card and
// what is left of it, the amount as read from the page and changed by hand. Leans on pay.read and pay.fill; never tries again by itself.
import { useState } from 'preact/hooks';
import { typedCents } from '../../lib/cards/amount.ts';
import type { Checkout, PayReceipt } from '../../lib/checkout.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { PaymentCard } from '../../lib/payment-card.ts';
import { BudgetBar } from '../parts/budget-bar.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { patternOfUrl, requestAccess } from '../state/site-access.ts';
import { cardTitle } from '../words/cards.ts';
import { money } from '../words/money.ts';
import { PayFrames } from './pay-frames.tsx';
import { PayResult } from './pay-result.tsx';

export function SitePay() {
  const list = useAsk('cards.list', {}, ['cards']);
  const [checkout, setCheckout] = useState<Checkout | null>(null);
  const read = useAct('pay.read');
  const usable = list.value?.cards.filter(({ status }) => status === 'active') ?? [];
  if (usable.length === 0) return null;
  const look = () => read.run(async () => setCheckout(await ask('pay.read', {})));
  return (
    <section class="card stack" aria-label={t('payTitle')}>
      <h3>{t('payTitle')}</h3>
      {!checkout && (
        <Button busy={read.busy} icon="card" onClick={look}>
          {t('payStart')}
        </Button>
      )}
      <Trouble error={read.error} />
      {checkout && checkout.frames.length === 0 && <NoFields checkout={checkout} again={look} />}
      {checkout && checkout.frames.length > 0 && <Confirm checkout={checkout} cards={usable} again={look} />}
    </section>
  );
}

/** Nothing here takes a card; perhaps a frame does that we may not enter. */
function NoFields({ checkout, again }: { checkout: Checkout; again: () => void }) {
  const allow = (origin: string) => {
    const pattern = patternOfUrl(origin);
    if (pattern) void requestAccess([pattern]).then((agreed) => agreed && again());
  };
  return (
    <div class="stack">
      <p>{checkout.closed.length > 0 ? t('payClosed') : t('payNoFields')}</p>
      {checkout.closed.map((origin) => (
        <Button key={origin} onClick={() => allow(origin)}>
          {t('payAllow', displayHost(new URL(origin).host))}
        </Button>
      ))}
      <Button onClick={again}>{t('payAgain')}</Button>
    </div>
  );
}

interface ConfirmProps {
  checkout: Checkout;
  cards: PaymentCard[];
  again: () => void;
}

function Confirm({ checkout, cards, again }: ConfirmProps) {
  const [chosen, setChosen] = useState(cards[0]?.id ?? '');
  const [amount, setAmount] = useState(() => (checkout.amounts[0] ? money(checkout.amounts[0].cents) : ''));
  const [origins, setOrigins] = useState(() => unrivalled(checkout));
  const [receipt, setReceipt] = useState<PayReceipt | null>(null);
  const pay = useAct('pay.fill');
  const card = cards.find(({ id }) => id === chosen) ?? cards[0];
  const cents = typedCents(amount);
  if (receipt) return <PayResult receipt={receipt} />;
  if (!card) return null;
  const left = card.budgetCents === null ? null : card.budgetCents - card.spentCents;
  const over = left !== null && cents !== null && cents > left;
  const frames = checkout.frames.filter(({ origin }) => origins.has(origin));
  const twice = rivals(checkout, origins).size > 0;
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const wish = { cardId: card.id, amountCents: cents || null, origin: checkout.origin };
        const confirmed = frames.map(({ own: _, ...frame }) => frame);
        pay.run(async () => setReceipt(await ask('pay.fill', { ...wish, frames: confirmed })));
      }}
    >
      <SelectField
        label={t('payCard')}
        value={card.id}
        options={cards.map((one) => ({
          value: one.id,
          label: one.name ? `${one.name} · ${cardTitle(one)}` : cardTitle(one),
        }))}
        onValue={setChosen}
      />
      <BudgetBar card={card} />
      <TextField
        label={t('payAmount')}
        hint={checkout.amounts[0] ? t('payAmountRead', checkout.amounts[0].text) : t('payAmountHint')}
        inputMode="numeric"
        maxLength={14}
        value={amount}
        error={cents === null ? t('cardAmountWrong') : over ? t('payOver') : null}
        onValue={setAmount}
      />
      <PayFrames checkout={checkout} chosen={origins} onChoose={setOrigins} />
      {twice && <p class="notice">{t('payTwice')}</p>}
      <Trouble error={pay.error} />
      <div class="actions">
        <Button
          kind="primary"
          type="submit"
          busy={pay.busy}
          disabled={cents === null || over || twice || frames.length === 0}
        >
          {t('payFill', displayHost(new URL(checkout.origin).host))}
        </Button>
        <Button onClick={again}>{t('payAgain')}</Button>
      </div>
    </form>
  );
}

/** Origins, of those chosen, that ask for a value which another one asks for too: one of them has no business with it. */
function rivals(checkout: Checkout, chosen: ReadonlySet<string>): Set<string> {
  const frames = checkout.frames.filter(({ origin }) => chosen.has(origin));
  const rival = (origin: string, role: string) =>
    frames.some((other) => other.origin !== origin && other.roles.some((one) => one === role));
  return new Set(
    frames
      .filter(({ origin, roles }) => roles.some((role) => rival(origin, role)))
      .map(({ origin }) => origin),
  );
}

/** Chosen at first: all that nobody rivals. Between rivals only the person can tell. */
function unrivalled(checkout: Checkout): Set<string> {
  const all = new Set(checkout.frames.map(({ origin }) => origin));
  const doubtful = rivals(checkout, all);
  return new Set([...all].filter((origin) => !doubtful.has(origin)));
}
