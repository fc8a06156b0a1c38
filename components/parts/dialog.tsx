// A question that must be answered: the browser's own modal dialog, so that focus, Esc and the rest of the page behave.
// Leans on <dialog>, which gives the focus back to where it was; closing by any way tells the caller once.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  title: string;
  children: ComponentChildren;
  actions: ComponentChildren;
  onClose: () => void;
}

export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    const { activeElement: opener } = document;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      // Taken out of the page before it was closed: then the browser gives nothing back.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="dialog-text">{children}</div>
      <div class="actions">{actions}</div>
    </dialog>
  );
}
