// How a choice ended, with what can still be done about it. Leans on words.ts; honest about what the page kept.
import { t } from '../../lib/i18n.ts';
import { Email, Row } from './row.tsx';
import type { MenuState, Receipt } from './use-menu.ts';
import { receiptOf } from './words.ts';

export function ReceiptRow({ receipt, menu }: { receipt: Receipt; menu: MenuState }) {
  const { good, title, email, hint } = receiptOf(receipt.result);
  const { undo } = receipt.result;
  const { copy } = receipt;
  return (
    <div class={good ? 'receipt' : 'trouble'}>
      <div role={good ? 'status' : 'alert'}>
        <strong>{title}</strong>
        {email && <Email email={email} />}
        {hint && <p>{hint}</p>}
      </div>
      <div class="acts">
        {copy !== null && (
          <Row plain onChoose={(event) => event.isTrusted && menu.copy(copy)}>
            {t('menuCopy')}
          </Row>
        )}
        {undo !== null && (
          <Row plain onChoose={(event) => event.isTrusted && menu.undo()}>
            {undo === 'discard' ? t('menuDiscard') : t('menuUndo')}
          </Row>
        )}
      </div>
    </div>
  );
}
