// Which documents take the card's values: the page's own, and frames of others, each with its real host and what it takes. Leans on the
// checkout as it was read. A value goes to one document: where two want the number, the person chooses.
import type { CardRole, Checkout } from '../../lib/checkout.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';

export const ROLES: Record<CardRole, () => string> = {
  'card-number': () => t('cardNumber'),
  'card-expiry': () => t('cardExpiry'),
  'card-expiry-month': () => t('cardExpiry'),
  'card-expiry-year': () => t('cardExpiry'),
  'card-code': () => t('cardCode'),
  'card-name': () => t('cardHolder'),
};

export interface PayFramesProps {
  checkout: Checkout;
  chosen: ReadonlySet<string>;
  onChoose: (origins: Set<string>) => void;
}

export function PayFrames({ checkout, chosen, onChoose }: PayFramesProps) {
  const origins = [...new Set(checkout.frames.map(({ origin }) => origin))];
  return (
    <fieldset class="pay-frames">
      <legend>{t('payWhere')}</legend>
      {origins.map((origin) => {
        const frames = checkout.frames.filter((frame) => frame.origin === origin);
        const roles = new Set(frames.flatMap((frame) => frame.roles.map((role) => ROLES[role]())));
        const own = frames.every((frame) => frame.own);
        return (
          <label key={origin} class="check">
            <input
              type="checkbox"
              checked={chosen.has(origin)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(origin);
                else next.delete(origin);
                onChoose(next);
              }}
            />
            <span>
              <b class="mono">
                <bdi>{displayHost(new URL(origin).host)}</bdi>
              </b>{' '}
              {own ? t('payOwn') : t('payOther')}
              <span class="soft">{[...roles].join(', ')}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
