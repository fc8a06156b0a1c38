// Copies one text and says so, honestly also when the browser refused. Leans on the clipboard and toasts.
import { t } from '../../lib/i18n.ts';
import { Button } from './button.tsx';
import { useToast } from './toast.tsx';

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the tooltip: "Copy address". */
  label: string;
  /** Shows the label beside the icon. */
  wide?: boolean;
}

/** @returns a function that copies and tells. Call it straight from a click. */
export function useCopy(): (text: string) => void {
  const tell = useToast();
  return (text) => {
    navigator.clipboard.writeText(text).then(
      () => tell(t('copied', text)),
      () => tell(t('copyRefused'), 'bad'),
    );
  };
}

export function CopyButton({ text, label, wide = false }: CopyButtonProps) {
  const copy = useCopy();
  return wide ? (
    <Button icon="copy" onClick={() => copy(text)}>
      {label}
    </Button>
  ) : (
    <Button kind="quiet" icon="copy" label={label} onClick={() => copy(text)} />
  );
}
