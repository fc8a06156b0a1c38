// Groups of identities: all of them, or one with its members; what goes on with a removal stands above both. Leans on identities.groups;
// a group is a label in each identity's metadata, so one without members is none.
import { useState } from 'preact/hooks';
import type { IdentityGroup } from '../../lib/group-removal.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Row } from '../parts/row.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import type { Go } from '../state/route.ts';
import { GroupDelete } from './group-delete.tsx';
import { GroupReceipt } from './group-receipt.tsx';

export function Groups({ name, onBack, go }: { name: string; onBack: () => void; go: Go }) {
  const known = useAsk('identities.groups', {}, ['addresses']);
  const group = known.value?.groups.find((one) => one.name === name) ?? null;
  const up = () => (name === '' ? onBack() : go({ tab: 'addresses', screen: 'groups' }));
  return (
    <Screen title={name === '' ? t('groupsTitle') : name} onBack={up}>
      {!known.value &&
        (known.error ? <Trouble error={known.error} acts={{ retry: known.again }} /> : <Skeleton rows={4} />)}
      {known.value && (
        <div class="stack">
          {known.value.removal && (
            <GroupReceipt removal={known.value.removal} running={known.value.running} />
          )}
          {name === '' ? (
            <All groups={known.value.groups} unknown={known.value.unknown} go={go} />
          ) : (
            <One key={name} group={group} busy={known.value.removal?.endedAt === null} go={go} />
          )}
        </div>
      )}
    </Screen>
  );
}

function All({ groups, unknown, go }: { groups: readonly IdentityGroup[]; unknown: number; go: Go }) {
  const learn = useAct('identities.learn');
  return (
    <>
      {groups.length === 0 && <EmptyState title={t('groupsEmptyTitle')}>{t('groupsEmptyText')}</EmptyState>}
      <ul class="rows">
        {groups.map(({ name, members }) => (
          <li key={name}>
            <Row onOpen={() => go({ tab: 'addresses', screen: 'groups', id: name })}>
              <bdi>{name}</bdi>
              <span class="soft">{tn('groupCount', members.length)}</span>
            </Row>
          </li>
        ))}
      </ul>
      {unknown > 0 && (
        <div class="notice">
          <p>{tn('groupsUnknown', unknown)}</p>
          <div class="actions">
            <Button
              busy={learn.busy}
              onClick={() =>
                learn.run(async () => {
                  await ask('identities.learn', {});
                })
              }
            >
              {t('groupsLearn')}
            </Button>
          </div>
        </div>
      )}
      <Trouble error={learn.error} />
    </>
  );
}

function One({ group, busy, go }: { group: IdentityGroup | null; busy: boolean; go: Go }) {
  const [deleting, setDeleting] = useState(false);
  if (!group) return <EmptyState title={t('groupGoneTitle')}>{t('groupGoneText')}</EmptyState>;
  return (
    <>
      <p class="count">{tn('groupCount', group.members.length)}</p>
      <ul class="rows">
        {group.members.map(({ id, email, name }) => (
          <li key={id}>
            <Row onOpen={() => go({ tab: 'addresses', screen: 'open', id })}>
              <EmailText email={email} />
              <span class="soft cut">{name}</span>
            </Row>
          </li>
        ))}
      </ul>
      <Button kind="danger" icon="trash" disabled={busy} onClick={() => setDeleting(true)}>
        {t('groupDelete')}
      </Button>
      {deleting && <GroupDelete group={group} onClose={() => setDeleting(false)} />}
    </>
  );
}
