// Paying on the site in front of the user, confirmed here and nowhere else: the site, every frame that takes a value, the card and
// what is left of it, the amount as read from the page and changed by hand. Leans on pay.read and pay.fill; never tries again by itself.
import { useState } from 'preact/hooks';
import { typedCents } from '../../lib/cards/amount.ts';
import type { Checkout, PayReceipt } from '../../lib/checkout.ts';
import { firstChoice, rivals } from '../../lib/checkout-choice.ts';
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
import { cardLabel, cardTitle, STATUS } from '../words/cards.ts';
import { money } from '../words/money.ts';
import { PayFrames } from './pay-frames.tsx';
import { PayResult } from './pay-result.tsx';

export function SitePay() {
  const list = useAsk('cards.list', {}, ['cards']);
  const [checkout, setCheckout] = useState<Checkout | null>(null);
  const read = useAct('pay.read');
  // A frozen one is shown too: whoever looks for it shall read why it cannot be taken.
  const usable = list.value?.cards.filter(({ status }) => status !== 'cancelled') ?? [];
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
      {checkout && checkout.frames.length > 0 && (
        <Confirm key={documentsOf(checkout)} checkout={checkout} cards={usable} again={look} />
      )}
    </section>
  );
}

/** Nothing here takes a card; perhaps a frame does that we may not enter. */
function NoFields({ checkout, again }: { checkout: Checkout; again: () => void }) {
  return (
    <div class="stack">
      {checkout.closed.length > 0 ? <Closed checkout={checkout} again={again} /> : <p>{t('payNoFields')}</p>}
      <Button onClick={again}>{t('payAgain')}</Button>
    </div>
  );
}

/** Frames of other sites that may hold the fields: each is asked for by its own name, in the click. */
function Closed({ checkout, again }: { checkout: Checkout; again: () => void }) {
  const allow = (origin: string) => {
    const pattern = patternOfUrl(origin);
    if (pattern) void requestAccess([pattern]).then((agreed) => agreed && again());
  };
  return (
    <>
      <p>{t('payClosed')}</p>
      {checkout.closed.map((origin) => (
        <Button key={origin} onClick={() => allow(origin)}>
          {t('payAllow', displayHost(new URL(origin).host))}
        </Button>
      ))}
    </>
  );
}

interface ConfirmProps {
  checkout: Checkout;
  cards: PaymentCard[];
  again: () => void;
}

function Confirm({ checkout, cards, again }: ConfirmProps) {
  const [chosen, setChosen] = useState(
    () => (cards.find(({ status }) => status === 'active') ?? cards[0])?.id ?? '',
  );
  const [amount, setAmount] = useState(() => (checkout.amounts[0] ? money(checkout.amounts[0].cents) : ''));
  const [origins, setOrigins] = useState(() => firstChoice(checkout.frames));
  const [receipt, setReceipt] = useState<PayReceipt | null>(null);
  const pay = useAct('pay.fill');
  const card = cards.find(({ id }) => id === chosen) ?? cards[0];
  // What is left may have changed elsewhere since it was last told here.
  const fresh = useAsk('cards.refresh', { id: card?.id ?? '' }, []);
  const cents = typedCents(amount);
  if (receipt) return <PayResult receipt={receipt} />;
  if (!card) return null;
  const left = card.budgetCents === null ? null : card.budgetCents - card.spentCents;
  const over = left !== null && cents !== null && cents > left;
  const frozen = card.status === 'frozen';
  const frames = checkout.frames.filter(({ origin }) => origins.has(origin));
  const twice = rivals(checkout.frames, origins).size > 0;
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const wish = { cardId: card.id, amountCents: cents || null, origin: checkout.origin };
        const confirmed = frames.map(({ frameId, documentId, origin, roles }) => ({
          frameId,
          documentId,
          origin,
          roles,
        }));
        pay.run(async () => setReceipt(await ask('pay.fill', { ...wish, frames: confirmed })));
      }}
    >
      <SelectField
        label={t('payCard')}
        value={card.id}
        options={cards.map((one) => ({
          value: one.id,
          label: choiceOf(one),
        }))}
        onValue={setChosen}
      />
      <BudgetBar card={card} />
      <Trouble error={fresh.error} acts={{ retry: fresh.again }} />
      {frozen && <Trouble error={{ code: 'card-frozen', detail: {} }} />}
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
      {checkout.closed.length > 0 && <Closed checkout={checkout} again={again} />}
      <Trouble error={pay.error} />
      <div class="actions">
        <Button
          kind="primary"
          type="submit"
          busy={pay.busy}
          disabled={cents === null || over || twice || frozen || fresh.busy || frames.length === 0}
        >
          {t('payFill', displayHost(new URL(checkout.origin).host))}
        </Button>
        <Button onClick={again}>{t('payAgain')}</Button>
      </div>
    </form>
  );
}

/** `Online · Visa •••• 1111`, and its state where it cannot be taken now. */
function choiceOf(card: PaymentCard): string {
  const parts = [cardLabel(card), cardTitle(card), card.status === 'frozen' ? STATUS.frozen() : ''];
  return parts.filter(Boolean).join(' · ');
}

/** Another look that finds other documents begins anew: what was chosen was chosen for those that were shown. */
const documentsOf = ({ frames }: Checkout): string => frames.map(({ documentId }) => documentId).join();
