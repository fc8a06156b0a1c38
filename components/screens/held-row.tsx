// One authenticator entry that a service holds: its code is asked for by a click, shown while it is right, copied or filled. Leans on
// totp.heldCode; a code that has run out goes, and the next one is asked for by hand: each costs a request.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HeldCode, HeldTotpView } from '../../lib/held-totp.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Ring } from '../parts/ring.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { cleanLine } from '../words/plain-text.ts';

export interface HeldTotpRowProps {
  held: HeldTotpView;
  /** What else can be done with it, at the end of the row. */
  children?: ComponentChildren;
  /** Takes the code that was just fetched; absent where there is no field to fill. */
  onFill?: (code: string) => void;
}

export function HeldTotpRow({ held, children, onFill }: HeldTotpRowProps) {
  const now = useNow(1000);
  const [got, setGot] = useState<HeldCode | null>(null);
  const act = useAct('totp.heldCode');
  const code = got !== null && got.validUntil > now ? got : null;
  const fetchCode = (then?: (code: string) => void) =>
    act.run(async () => {
      const fresh = await ask('totp.heldCode', { id: held.id });
      setGot(fresh);
      then?.(fresh.code);
    });
  const name = heldName(held);
  return (
    <div class="held">
      <div class="totp">
        <span class="totp-main">
          <span class="totp-name cut">
            <bdi>{name}</bdi> <bdi class="soft">{held.email}</bdi>
          </span>
          {code && <CodeDigits code={code.code} />}
        </span>
        {code ? (
          <>
            <Ring validUntil={code.validUntil} period={code.period} now={now} />
            <CopyButton text={code.code} label={t('copyCode')} />
          </>
        ) : (
          <Button busy={act.busy} onClick={() => fetchCode()}>
            {t('heldShow')}
          </Button>
        )}
        {onFill && (
          <Button kind="primary" busy={act.busy} onClick={() => fetchCode(onFill)}>
            {t('actionFill')}
          </Button>
        )}
        {children}
      </div>
      <Trouble error={act.error} acts={{ retry: () => fetchCode() }} />
    </div>
  );
}

/** A name from a service: one line, never empty. */
export const heldName = ({ issuer }: HeldTotpView): string => cleanLine(issuer) || t('codesUnnamed');
