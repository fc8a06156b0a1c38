// A card key as a recovery sheet: to be copied, or saved as a file that can be printed. Leans on the browser's own download; whoever
// shows it has asked for the key and drops it afterwards.
import { t } from '../../lib/i18n.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

export interface CardKeySheetProps {
  cardKey: string;
  /** The account's name, for the sheet's heading. */
  account: string;
}

export function CardKeySheet({ cardKey, account }: CardKeySheetProps) {
  const save = () => {
    const text = [t('cardKeySheetTitle', account), '', cardKey, '', t('cardKeySheetText'), ''].join('\n');
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${t('cardKeyFile')}.txt`;
    link.click();
    // The download has taken its own hold of it by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <>
      <output class="card-key mono">{cardKey.replace(/(.{8})/g, '$1\u200b')}</output>
      <div class="actions">
        <CopyButton text={cardKey} label={t('cardKeyCopy')} wide />
        <Button onClick={save}>{t('cardKeySave')}</Button>
      </div>
    </>
  );
}
