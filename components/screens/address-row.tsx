// One address in the list: what it is, how it stands, and what is done most: copy, on or off. Leans on what it is given; while
// addresses are being chosen the whole row chooses.
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Badge } from '../parts/badge.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Row } from '../parts/row.tsx';
import type { VaultStand } from '../state/vault-stand.ts';
import { aboutLine, hasSwitch, stateWords } from '../words/address-state.ts';

export interface AddressRowProps {
  address: Address;
  account: string | undefined;
  vault: VaultStand;
  /** Null while nothing is being chosen. */
  chosen: boolean | null;
  onChoose: () => void;
  onOpen: () => void;
  /** Absent where the key may not. */
  onSwitch?: ((on: boolean) => void) | undefined;
}

export function AddressRow({ address, account, vault, chosen, onChoose, onOpen, onSwitch }: AddressRowProps) {
  // That it is off, its switch says.
  const shown = address.active || !hasSwitch(address) ? address : { ...address, active: true };
  const [word] = stateWords(shown, vault);
  const text = (
    <>
      <EmailText email={address.email} />
      <span class="soft row-about">
        {word && <Badge tone={word.tone}>{word.text}</Badge>}
        <span class="cut">{aboutLine(address, account)}</span>
      </span>
    </>
  );
  if (chosen !== null) {
    return (
      <label class="row row-choice">
        <input type="checkbox" checked={chosen} onChange={onChoose} />
        <span class="row-text">{text}</span>
      </label>
    );
  }
  return (
    <Row
      onOpen={onOpen}
      actions={
        <>
          <CopyButton text={address.email} label={t('copyAddress', address.email)} />
          {hasSwitch(address) && (
            <input
              type="checkbox"
              role="switch"
              aria-label={t('switchOf', address.email)}
              title={switchWords(address, onSwitch !== undefined)}
              aria-checked={address.active}
              checked={address.active}
              disabled={onSwitch === undefined}
              onChange={(event) => onSwitch?.(event.currentTarget.checked)}
            />
          )}
        </>
      }
    >
      {text}
    </Row>
  );
}

function switchWords({ active }: Address, may: boolean): string {
  if (!may) return t('memberNoSwitch');
  return active ? t('switchOn') : t('switchOff');
}
