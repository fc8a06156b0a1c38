// The PGP key of a recipient: paste an armoured public key, or take it away. Leans on destinations.setPgpKey; a private key is
// refused here, before it goes anywhere, and what is pasted is kept in no draft.
import { useState } from 'preact/hooks';
import type { RemoteRecipient } from '../../lib/destination.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export interface PgpKeyFormProps {
  accountId: string;
  recipient: RemoteRecipient;
  onDone: () => void;
}

export function PgpKeyForm({ accountId, recipient, onDone }: PgpKeyFormProps) {
  const [armored, setArmored] = useState('');
  const [name, setName] = useState('');
  const act = useAct('destinations.setPgpKey');
  const tell = useToast();
  const one = { accountId, id: recipient.remoteId };
  const wrong = troubleOf(armored);
  return (
    <form
      class="stack inset"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          const label = name.trim();
          await ask('destinations.setPgpKey', {
            ...one,
            armored: armored.trim(),
            ...(label && { name: label }),
          });
          tell(t('pgpSet', recipient.email));
          onDone();
        });
      }}
    >
      <p class="soft">{t('pgpText')}</p>
      <TextField
        label={t('pgpKey')}
        mono
        rows={5}
        placeholder="-----BEGIN PGP PUBLIC KEY BLOCK-----"
        error={wrong}
        value={armored}
        onValue={setArmored}
      />
      <TextField label={t('pgpName')} maxLength={100} value={name} onValue={setName} />
      <Trouble error={act.error} />
      <div class="actions">
        <Button
          kind="primary"
          type="submit"
          busy={act.busy}
          disabled={armored.trim() === '' || wrong !== null}
        >
          {t('pgpSave')}
        </Button>
        {recipient.pgp && (
          <Button
            kind="danger"
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('destinations.removePgpKey', one);
                tell(t('pgpRemoved', recipient.email));
                onDone();
              })
            }
          >
            {t('pgpRemove')}
          </Button>
        )}
        <Button onClick={onDone}>{t('actionCancel')}</Button>
      </div>
    </form>
  );
}

/** What is wrong with a pasted key, as far as its frame tells; null for nothing, or nothing pasted yet. */
function troubleOf(armored: string): string | null {
  const text = armored.trim();
  if (text === '') return null;
  if (/BEGIN PGP PRIVATE KEY/.test(text)) return t('pgpPrivate');
  return /^-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]+-----END PGP PUBLIC KEY BLOCK-----$/.test(text)
    ? null
    : t('pgpNoKey');
}
