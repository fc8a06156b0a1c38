// One address: copy, switch, where it forwards to, change what is known of it, delete with what that loses. Leans on
// addresses.update and remove; its texts are edited in address-form.tsx.
import { useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { AccountView, Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { discardableUntil, useDiscard } from '../state/made.ts';
import { useMember } from '../state/recipients.ts';
import type { Go } from '../state/route.ts';
import { vaultStand } from '../state/vault-stand.ts';
import { hasSwitch } from '../words/address-state.ts';
import { birthDay } from '../words/persona.ts';
import { at } from '../words/time.ts';
import { AddressConflict } from './address-conflict.tsx';
import { AddressDelete } from './address-delete.tsx';
import { AddressForm } from './address-form.tsx';
import { AddressForwards } from './address-forwards.tsx';
import { AddressWaits } from './address-waits.tsx';
import { IdentityCard } from './identity-card.tsx';
import { PersonaCard } from './persona-card.tsx';

const SECOND = 1000;

export interface AddressDetailProps {
  address: Address;
  account: AccountView | null;
  onBack: () => void;
  go: Go;
}

export function AddressDetail({ address, account, onBack, go }: AddressDetailProps) {
  const [deleting, setDeleting] = useState(false);
  const hasInbox = address.kind === 'identity' && (account?.slots.includes('inbox') ?? false);
  const isIdentity = address.kind === 'identity' && (account?.slots.includes('identities') ?? false);
  const { forwarding } = address;
  const gone = forwarding?.gone ?? false;
  const member = useMember(forwarding ? address.accountId : null);
  const stand = vaultStand(account, member);
  return (
    <Screen title={t('addressTitle')} onBack={onBack}>
      <div class="stack">
        <div class="hero">
          <EmailText email={address.email} large />
          <div class="actions">
            <CopyButton text={address.email} label={t('actionCopy')} wide />
            {hasInbox && (
              <Button icon="mail" onClick={() => go({ tab: 'inbox', screen: 'list', id: address.id })}>
                {t('addressMessages')}
              </Button>
            )}
          </div>
        </div>
        {!member && <AddressFresh address={address} onGone={onBack} />}
        {gone && <p class="notice">{t('addressGone')}</p>}
        <AddressWaits address={address} account={account} stand={stand} />
        <AddressConflict address={address} />
        {hasSwitch(address) && <AddressSwitch address={address} member={member} />}
        <AddressForm address={address} account={account} stand={stand} />
        {isIdentity && <IdentityCard address={address} go={go} />}
        {address.kind === 'alias' && !gone && <PersonaCard address={address} />}
        {forwarding && !gone && <AddressForwards address={address} />}
        <Facts
          facts={[
            [t('fieldAccount'), account?.name],
            [t('fieldPhone'), address.persona?.phone],
            [
              t('fieldBirthDate'),
              isIdentity && address.persona?.birthDate ? birthDay(address.persona.birthDate) : null,
            ],
            [t('factCreated'), at(address.createdAt)],
            [t('factUsed'), address.usedAt === null ? t('factNever') : at(address.usedAt)],
          ]}
        />
        {member && !gone ? (
          <p class="soft">{t('memberNoDelete')}</p>
        ) : (
          <Button kind="danger" icon="trash" onClick={() => setDeleting(true)}>
            {t('addressDelete')}
          </Button>
        )}
      </div>
      {deleting && (
        <AddressDelete
          address={address}
          account={account}
          onClose={() => setDeleting(false)}
          onDeleted={onBack}
        />
      )}
    </Screen>
  );
}

/** Within a minute of its making it can be taken back as if it had not been made. */
function AddressFresh({ address, onGone }: { address: Address; onGone: () => void }) {
  const now = useNow(SECOND);
  const { act, discard } = useDiscard(onGone);
  const left = Math.ceil(((discardableUntil(address) ?? 0) - now) / SECOND);
  if (left <= 0) return null;
  return (
    <div class="notice">
      <p>{tn('addressFresh', left)}</p>
      <div class="actions">
        <Button busy={act.busy} onClick={() => discard(address)}>
          {t('menuDiscard')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </div>
  );
}

function AddressSwitch({ address, member }: { address: Address; member: boolean }) {
  const act = useAct('addresses.update');
  return (
    <>
      <Switch
        label={address.active ? t('addressOn') : t('addressOff')}
        hint={member ? t('memberNoSwitch') : address.active ? t('addressOnText') : t('addressOffText')}
        on={address.active}
        disabled={act.busy || member}
        onSwitch={(active) =>
          act.run(async () => {
            await ask('addresses.update', { id: address.id, active });
          })
        }
      />
      <Trouble error={act.error} />
    </>
  );
}
