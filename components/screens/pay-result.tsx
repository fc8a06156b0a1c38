// How filling a card ended, value by value and honestly, with what is left of the budget. Leans on the receipt; offers no second try,
// because a second reveal would be counted again.
import type { PayReceipt } from '../../lib/checkout.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { FillOutcome } from '../../lib/model.ts';
import { money } from '../words/money.ts';
import { ROLES } from './pay-frames.tsx';

const OUTCOMES: Record<FillOutcome['kind'], () => string> = {
  filled: () => t('payFilled'),
  'moved-on': () => t('payFilled'),
  refused: () => t('payRefused'),
  gone: () => t('payGone'),
};

export function PayResult({ receipt }: { receipt: PayReceipt }) {
  const { filled, remainingCents } = receipt;
  return (
    <div class="stack" role="status">
      {filled.length === 0 && <p>{t('payNothing')}</p>}
      <ul class="card-book">
        {filled.map(({ role, origin, outcome }) => (
          <li key={`${role} ${origin}`}>
            <b>{ROLES[role]()}</b>
            <span>{OUTCOMES[outcome.kind]()}</span>
            <span class="soft">{displayHost(new URL(origin).host)}</span>
          </li>
        ))}
      </ul>
      {remainingCents !== null && <p class="soft">{t('payLeft', money(Math.max(0, remainingCents)))}</p>}
      <p class="soft">{t('payYours')}</p>
    </div>
  );
}
