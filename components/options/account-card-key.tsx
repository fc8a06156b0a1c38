// The card key of an account, where it is managed after the first card: shown again as a recovery sheet, made, taken from another
// device's sheet, replaced with what that means. Leans on cards.showKey, makeKey and importKey; forgets what it showed when closed.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CardKeySheet } from '../parts/card-key-sheet.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function AccountCardKey({ account }: { account: AccountView }) {
  const [shown, setShown] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const show = useAct('cards.showKey');
  const { id, hasCardKey } = account;
  const open = () =>
    show.run(async () =>
      setShown((await ask(hasCardKey ? 'cards.showKey' : 'cards.makeKey', { accountId: id })).key),
    );
  return (
    <div class="stack">
      <div class="actions">
        <Button busy={show.busy} onClick={open}>
          {hasCardKey ? t('cardKeyShow') : t('cardKeyMakeOne')}
        </Button>
        <Button onClick={() => setImporting(true)}>
          {hasCardKey ? t('cardKeyReplace') : t('cardKeyImportOne')}
        </Button>
      </div>
      <Trouble error={show.error} />
      {shown !== null && (
        <Dialog
          title={t('cardKeyTitle')}
          onClose={() => setShown(null)}
          actions={<Button onClick={() => setShown(null)}>{t('actionClose')}</Button>}
        >
          <p>{t('cardKeyKeep')}</p>
          <CardKeySheet cardKey={shown} account={account.name} />
        </Dialog>
      )}
      {importing && <Import account={account} onClose={() => setImporting(false)} />}
    </div>
  );
}

function Import({ account: { id, hasCardKey }, onClose }: { account: AccountView; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const take = useAct('cards.importKey');
  const tell = useToast();
  return (
    <Dialog
      title={hasCardKey ? t('cardKeyReplace') : t('cardKeyImportOne')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind={hasCardKey ? 'danger' : 'primary'}
            busy={take.busy}
            disabled={typed.trim() === ''}
            onClick={() =>
              take.run(async () => {
                await ask('cards.importKey', { accountId: id, key: typed, replace: hasCardKey });
                tell(t('saved'));
                onClose();
              })
            }
          >
            {t('cardKeyImport')}
          </Button>
        </>
      }
    >
      {hasCardKey && <p>{t('cardKeyReplaceText')}</p>}
      <SecretField
        label={t('cardKeyTitle')}
        hint={t('cardKeyHaveHint')}
        placeholder="ak_ck_…"
        value={typed}
        onValue={(value) => {
          take.clear();
          setTyped(value);
        }}
      />
      <Trouble error={take.error} />
    </Dialog>
  );
}
