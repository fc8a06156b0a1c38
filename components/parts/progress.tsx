// A long piece of work with its count: "1,200 of 5,000". Leans on the browser's progress element.
import { language } from '../../lib/i18n.ts';

export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const figure = (count: number) => count.toLocaleString(language());
  return (
    <div class="progress" role="status">
      <span>
        {label} <b>{figure(done)}</b> / {figure(total)}
      </span>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
    </div>
  );
}
