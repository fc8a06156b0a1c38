// The card key of an account: made here, or taken from another device's recovery sheet. Leans on cards.makeKey and importKey. Shown
// once with what it means to lose it; whoever says that it is written down goes on.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CardKeySheet } from '../parts/card-key-sheet.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export interface CardKeyProps {
  account: AccountView;
  onBack: () => void;
  /** The key is there, and written down. */
  onDone: () => void;
}

export function CardKey({ account, onBack, onDone }: CardKeyProps) {
  const [made, setMade] = useState<string | null>(null);
  return (
    <Screen title={t('cardKeyTitle')} onBack={onBack}>
      {made === null ? (
        <Choose account={account} onMade={setMade} onTaken={onDone} />
      ) : (
        <Sheet cardKey={made} account={account.name} onDone={onDone} />
      )}
    </Screen>
  );
}

interface ChooseProps {
  account: AccountView;
  onMade: (key: string) => void;
  onTaken: () => void;
}

function Choose({ account, onMade, onTaken }: ChooseProps) {
  const make = useAct('cards.makeKey');
  const take = useAct('cards.importKey');
  const [typed, setTyped] = useState('');
  return (
    <div class="stack">
      <p>{t('cardKeyText', account.name)}</p>
      <Trouble error={make.error} />
      <Button
        kind="primary"
        busy={make.busy}
        onClick={() =>
          make.run(async () => onMade((await ask('cards.makeKey', { accountId: account.id })).key))
        }
      >
        {t('cardKeyMake')}
      </Button>
      <form
        class="stack"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          take.run(async () => {
            await ask('cards.importKey', { accountId: account.id, key: typed, replace: false });
            onTaken();
          });
        }}
      >
        <SecretField
          label={t('cardKeyHave')}
          hint={t('cardKeyHaveHint')}
          placeholder="ak_ck_…"
          value={typed}
          onValue={setTyped}
        />
        <Trouble error={take.error} />
        <Button type="submit" busy={take.busy} disabled={!typed.trim()}>
          {t('cardKeyImport')}
        </Button>
      </form>
    </div>
  );
}

/** What is written down or printed; leaving it needs a word, because there is no second way to the cards. */
function Sheet({ cardKey, account, onDone }: { cardKey: string; account: string; onDone: () => void }) {
  const [kept, setKept] = useState(false);
  return (
    <div class="stack">
      <p>{t('cardKeySheet')}</p>
      <CardKeySheet cardKey={cardKey} account={account} />
      <Switch label={t('cardKeyKept')} on={kept} onSwitch={setKept} />
      <Button kind="primary" disabled={!kept} onClick={onDone}>
        {t('cardKeyGoOn')}
      </Button>
    </div>
  );
}
