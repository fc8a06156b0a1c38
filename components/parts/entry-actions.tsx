// The end of a form over one entry: save what was changed, or go to delete it. Leans on Button; asks nothing itself, and what deleting
// takes along is told by the confirmation that follows.
import { t } from '../../lib/i18n.ts';
import { Button } from './button.tsx';

export interface EntryActionsProps {
  busy: boolean;
  /** Whether there is anything to save. */
  dirty: boolean;
  onDelete: () => void;
}

/** The first button submits the form around it. */
export function EntryActions({ busy, dirty, onDelete }: EntryActionsProps) {
  return (
    <div class="actions">
      <Button kind="primary" type="submit" busy={busy} disabled={!dirty}>
        {t('actionSave')}
      </Button>
      <Button kind="danger" icon="trash" onClick={onDelete}>
        {t('actionDelete')}
      </Button>
    </div>
  );
}
