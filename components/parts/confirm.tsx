// A question with one dangerous answer: what will be lost, Cancel first. Leans on dialog.tsx; closes when the act is done and stays
// open with its trouble when it failed.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import { useAct } from '../state/ask.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Trouble } from './trouble.tsx';

export interface ConfirmProps {
  title: string;
  /** The button's own word: "Delete for good". */
  button: string;
  /** Where a bug in the act is reported. */
  where: string;
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ComponentChildren;
}

export function Confirm({ title, button, where, act, onClose, children }: ConfirmProps) {
  const doing = useAct(where);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button kind="danger" busy={doing.busy} onClick={() => doing.run(() => act().then(onClose))}>
            {button}
          </Button>
        </>
      }
    >
      {children}
      <Trouble error={doing.error} />
    </Dialog>
  );
}
