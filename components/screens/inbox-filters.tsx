// What narrows the list of messages beside words: sender, days, what is unread. Leans on the draft it is given; the service is asked
// with the same, but for unread.
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type Sifting, siftedBy, unsifted } from '../state/message-filter.ts';

export function InboxFilters(props: { value: Sifting; onChange: (change: Partial<Sifting>) => void }) {
  const { value, onChange } = props;
  return (
    <div class="filters">
      <TextField
        label={t('inboxFrom')}
        value={value.from}
        maxLength={320}
        placeholder="shop.example"
        onValue={(from) => onChange({ from })}
      />
      <Switch label={t('inboxUnreadOnly')} on={value.unread} onSwitch={(unread) => onChange({ unread })} />
      <DateField label={t('inboxSince')} value={value.since} onValue={(since) => onChange({ since })} />
      <DateField label={t('inboxUntil')} value={value.until} onValue={(until) => onChange({ until })} />
      {siftedBy(value) > 0 && (
        <Button kind="quiet" icon="close" onClick={() => onChange(unsifted())}>
          {t('filterNone')}
        </Button>
      )}
    </div>
  );
}
