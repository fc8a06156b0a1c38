// A long piece of work with its count: "1,200 of 5,000"; without an end in sight, or before it was counted (zero), the count alone.
// Leans on the browser's progress element.
import { language } from '../../lib/i18n.ts';

export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const figure = (count: number) => count.toLocaleString(language());
  return (
    <div class="progress" role="status">
      <span>
        {label} <b>{figure(done)}</b>
        {total ? ` / ${figure(total)}` : null}
      </span>
      {total ? <progress value={done} max={total} aria-label={label} /> : <progress aria-label={label} />}
    </div>
  );
}
