// Where answers go: the endpoints of an account, each with its health in one line, and what happened lately. Leans on webhooks.list; a key
// that may only look is shown what it may see.
import { useState } from 'preact/hooks';
import { HEALTH } from '../../lib/checks/delivery.ts';
import { AppError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { EndpointView } from '../../lib/webhook-view.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { type Asked, useAsk } from '../state/ask.ts';
import type { CheckPartProps } from '../state/check-part.ts';
import { endpointName } from '../words/hooks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { HookEvents } from './hook-events.tsx';
import { HookNew } from './hook-form.tsx';
import { HookOpen } from './hook-open.tsx';

type Place = { at: 'list' } | { at: 'new' } | { at: 'open'; id: string };

export function Hooks({ account, scopes }: CheckPartProps) {
  const [place, setPlace] = useState<Place>({ at: 'list' });
  const accountId = account.id;
  const may = {
    look: scopes?.['webhooks:read'] === true || scopes?.['webhooks:write'] === true,
    change: scopes?.['webhooks:write'] === true,
  };
  const back = () => setPlace({ at: 'list' });
  if (!may.look) {
    const detail = { limit: 'webhooks:read', host: account.summary };
    return <Trouble error={new AppError('missing-scope', detail)} />;
  }
  if (place.at === 'new') {
    return <HookNew accountId={accountId} onBack={back} onMade={(id) => setPlace({ at: 'open', id })} />;
  }
  if (place.at === 'open') {
    return <HookOpen accountId={accountId} id={place.id} mayChange={may.change} onBack={back} />;
  }
  return (
    <List
      accountId={accountId}
      onNew={may.change ? () => setPlace({ at: 'new' }) : null}
      onOpen={(id) => setPlace({ at: 'open', id })}
    />
  );
}

interface ListProps {
  accountId: string;
  /** Null where the key may not. */
  onNew: (() => void) | null;
  onOpen: (id: string) => void;
}

/** What ended is asked for only where the endpoints could be told: one trouble is enough. */
function List({ accountId, onNew, onOpen }: ListProps) {
  const list = useAsk('webhooks.list', { accountId }, ['hooks']);
  if (!list.value) {
    return list.error ? <Trouble error={list.error} acts={{ retry: list.again }} /> : <Skeleton rows={3} />;
  }
  return (
    <>
      {!onNew && <p class="notice">{t('hooksLookOnly')}</p>}
      <Endpoints list={list} endpoints={list.value.endpoints} onNew={onNew} onOpen={onOpen} />
      <HookEvents accountId={accountId} mayChange={onNew !== null} />
    </>
  );
}

interface EndpointsProps extends Omit<ListProps, 'accountId'> {
  list: Asked<unknown>;
  endpoints: readonly EndpointView[];
}

function Endpoints({ list, endpoints, onNew, onOpen }: EndpointsProps) {
  const make = onNew && (
    <Button kind="primary" icon="plus" onClick={onNew}>
      {t('hooksNew')}
    </Button>
  );
  return (
    <section class="card" aria-label={t('hooksEndpoints')}>
      <div class="card-head">
        <h3>{t('hooksEndpoints')}</h3>
        <Button
          kind="quiet"
          icon="refresh"
          label={t('actionRefresh')}
          busy={list.busy}
          onClick={() => list.again()}
        />
      </div>
      <p class="soft">{t('hooksText')}</p>
      <Trouble error={list.error} acts={{ retry: list.again }} />
      {endpoints.length === 0 ? (
        <EmptyState title={t('hooksEmptyTitle')} action={make}>
          {t('hooksEmptyText')}
        </EmptyState>
      ) : (
        <>
          <ul class="rows">
            {endpoints.map((view) => (
              <li key={view.endpoint.remoteId}>
                <EndpointRow view={view} onOpen={() => onOpen(view.endpoint.remoteId)} />
              </li>
            ))}
          </ul>
          {make && <div class="actions">{make}</div>}
        </>
      )}
    </section>
  );
}

function EndpointRow({ view, onOpen }: { view: EndpointView; onOpen: () => void }) {
  const { endpoint, health } = view;
  const { words, tone } = HEALTH[health];
  return (
    <Row onOpen={onOpen}>
      <span class="entry-head">
        <bdi class="hook-name">{endpointName(endpoint)}</bdi>
        {!endpoint.enabled && <Badge>{t('hookOff')}</Badge>}
        {tone === 'bad' && <Badge tone="bad">{t('hookTrouble')}</Badge>}
      </span>
      {endpoint.name !== null && <bdi class="hook-name soft">{cleanLine(endpoint.url)}</bdi>}
      <span class={`health health-${tone}`}>{t(words)}</span>
    </Row>
  );
}
