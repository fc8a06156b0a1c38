// What a person is asked for, as they will read it: each thing, whether it is required, what it tells, and the asker's reason. Leans on
// words/checks.ts; reasons are other people's texts and stand apart, in quotes.
import type { AskedClaim } from '../../lib/check.ts';
import { t } from '../../lib/i18n.ts';
import { claimLabel, claimTells } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { Badge } from './badge.tsx';

export function AskedClaims({ claims }: { claims: readonly AskedClaim[] }) {
  return (
    <ul class="asked">
      {claims.map(({ claim, required, reason, chosen }) => (
        <li key={claim}>
          <span class="entry-head">
            <b>{claimLabel(claim)}</b>
            <Badge>{t(required ? 'checksRequired' : 'checksOptional')}</Badge>
          </span>
          <span class="soft">{claimTells(claim)}</span>
          {chosen && reason !== '' && (
            <q>
              <bdi>{cleanLine(reason)}</bdi>
            </q>
          )}
        </li>
      ))}
    </ul>
  );
}
