// The book of a card: every amount that was declared when it was about to be filled, allowed or refused. Leans on cards.book, a page
// at a time; says that these are declared amounts, not what a bank booked.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { CardLine } from '../../lib/payment-card.ts';
import { Button } from '../parts/button.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { money } from '../words/money.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export function CardBook({ id }: { id: string }) {
  const first = useAsk('cards.book', { id, offset: 0 }, ['cards']);
  const [more, setMore] = useState<{ lines: CardLine[]; next: number | null } | null>(null);
  const older = useAct('cards.book');
  const lines = [...(first.value?.lines ?? []), ...(more?.lines ?? [])];
  const next = more ? more.next : (first.value?.next ?? null);
  return (
    <section class="stack">
      <h3>{t('cardBook')}</h3>
      <p class="soft">{t('cardBookText')}</p>
      <Trouble error={first.error ?? older.error} acts={{ retry: first.again }} />
      {!first.value && !first.error && <Skeleton rows={2} />}
      {first.value && lines.length === 0 && <p class="soft">{t('cardBookEmpty')}</p>}
      {lines.length > 0 && (
        <ul class="card-book">
          {lines.map((line, index) => (
            // Lines have no identity but their place in the book.
            <li key={`${index}`}>
              <b>{line.amountCents === null ? t('cardBookNone') : money(line.amountCents)}</b>
              <span>
                {line.allowed ? t('cardBookAllowed') : t('cardBookRefused', cleanLine(line.reason ?? ''))}
              </span>
              {line.at !== null && <span class="soft">{at(line.at)}</span>}
            </li>
          ))}
        </ul>
      )}
      {next !== null && (
        <Button
          busy={older.busy}
          onClick={() =>
            older.run(async () => {
              const page = await ask('cards.book', { id, offset: next });
              setMore({ lines: [...(more?.lines ?? []), ...page.lines], next: page.next });
            })
          }
        >
          {t('cardBookOlder')}
        </Button>
      )}
    </section>
  );
}
