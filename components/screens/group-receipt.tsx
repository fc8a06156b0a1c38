// What became of a group that was deleted: how far it is, what is gone, what is not and why; to be copied, gone on with, put away. Leans on
// the receipt as it is kept, so that it outlives the popup and the worker.
import type { GroupRemoval } from '../../lib/group-removal.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { useCopy } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Progress } from '../parts/progress.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { wordsFor } from '../words/errors.ts';
import { at } from '../words/time.ts';

interface GroupReceiptProps {
  removal: GroupRemoval;
  running: { done: number; total: number | null } | null;
}

export function GroupReceipt({ removal, running }: GroupReceiptProps) {
  const resume = useAct('identities.resumeRemoval');
  const stop = useAct('identities.cancelRemoval');
  const drop = useAct('identities.dropReceipt');
  const copy = useCopy();
  const { group, deleted, failed, left } = removal;
  const isOpen = removal.endedAt === null || failed.length > 0;
  if (running) {
    return (
      <div class="card sync-run">
        <Progress label={t('groupDeleting', group)} {...running} />
        <Button onClick={() => stop.run(async () => void (await ask('identities.cancelRemoval', {})))}>
          {t('actionCancel')}
        </Button>
      </div>
    );
  }
  return (
    <section class="card stack" aria-label={t('groupReceipt', group)}>
      <h3>{t('groupReceipt', group)}</h3>
      {left.length > 0 && <p class="notice">{tn('groupLeft', left.length)}</p>}
      <List
        title={tn('groupDeleted', deleted.length)}
        entries={deleted.map(({ id, email }) => ({ id, email, why: '' }))}
      />
      {failed.length > 0 && (
        <List
          title={tn('groupFailed', failed.length)}
          entries={failed.map(({ id, email, code }) => ({
            id,
            email,
            why: wordsFor({ code, detail: {} }).title,
          }))}
        />
      )}
      <Trouble error={resume.error ?? drop.error} />
      <div class="actions">
        {isOpen && (
          <Button
            kind="primary"
            busy={resume.busy}
            onClick={() => resume.run(async () => void (await ask('identities.resumeRemoval', {})))}
          >
            {t('groupResume')}
          </Button>
        )}
        <Button icon="copy" onClick={() => copy(plain(removal))}>
          {t('groupReceiptCopy')}
        </Button>
        {removal.endedAt !== null && (
          <Button
            busy={drop.busy}
            onClick={() => drop.run(async () => void (await ask('identities.dropReceipt', {})))}
          >
            {t('groupReceiptDrop')}
          </Button>
        )}
      </div>
    </section>
  );
}

function List({
  title,
  entries,
}: {
  title: string;
  entries: readonly { id: string; email: string; why: string }[];
}) {
  return (
    <div>
      <p>{title}</p>
      <ul class="receipt-list">
        {entries.map(({ id, email, why }) => (
          <li key={id}>
            <EmailText email={email} />
            {why && <span class="soft"> {why}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** For keeping elsewhere: one line an identity. */
function plain({ group, startedAt, deleted, failed, left }: GroupRemoval): string {
  const line = (word: string) => (member: { email: string; name: string; phone: string | null }) =>
    [word, member.email, member.name, member.phone].filter(Boolean).join(' · ');
  return [
    `${t('groupReceipt', group)} (${at(startedAt)})`,
    ...deleted.map(line(t('groupWordDeleted'))),
    ...failed.map(
      (member) =>
        `${line(t('groupWordFailed'))(member)} · ${wordsFor({ code: member.code, detail: {} }).title}`,
    ),
    ...left.map(line(t('groupWordLeft'))),
  ].join('\n');
}
