// The rights of an AliasKit key, each by its own name and by what it is good for; after a trial also whether it is there. Leans on
// lib/aliaskit-scopes.ts; says "not known" of what only the first use will tell.
import { ALIASKIT_SCOPE_NAMES, ALIASKIT_SCOPES } from '../../lib/aliaskit-scopes.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from './badge.tsx';

export interface KeyRightsProps {
  /** As a trial found them; null before one. */
  scopes: Readonly<Record<string, boolean>> | null;
}

export function KeyRights({ scopes }: KeyRightsProps) {
  return (
    <ul class="rights">
      {ALIASKIT_SCOPE_NAMES.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
          {scopes && <Found works={scopes[scope]} />}
          <span class="soft">{t(ALIASKIT_SCOPES[scope])}</span>
        </li>
      ))}
    </ul>
  );
}

function Found({ works }: { works: boolean | undefined }) {
  if (works === undefined) return <Badge>{t('rightUnknown')}</Badge>;
  return <Badge tone={works ? 'good' : 'warn'}>{works ? t('rightWorks') : t('rightMissing')}</Badge>;
}
