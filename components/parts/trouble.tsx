// A failure in words: what happened, what is safe, what next, one button. Leans on words/errors.ts; the surface says which
// acts it can perform, a button nobody can perform is left out.
import { useEffect, useRef } from 'preact/hooks';
import type { AppError, WireError } from '../../lib/error.ts';
import { openOptions } from '../state/pages.ts';
import { wordsFor } from '../words/errors.ts';
import type { TroubleAct } from '../words/trouble.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface TroubleProps {
  error: AppError | WireError | null;
  /** What this screen can do about it; the rest has a way of its own everywhere, or no button. */
  acts?: Partial<Record<TroubleAct, () => void>>;
}

const EVERYWHERE: Partial<Record<TroubleAct, () => void>> = {
  accounts: () => openOptions('accounts'),
  welcome: () => openOptions('welcome'),
  reload: () => location.reload(),
};

export function Trouble({ error, acts = {} }: TroubleProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What a form failed at stands at its end, often below the edge of the window in which its button was pressed.
    const alert = box.current;
    if (error && alert?.closest('form')) alert.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const words = wordsFor(error);
  const act = words.button ? (acts[words.button.act] ?? EVERYWHERE[words.button.act]) : undefined;
  return (
    <div class="trouble" role="alert" ref={box}>
      <Icon name="warn" />
      <div>
        <p class="trouble-title">{words.title}</p>
        <p>{words.safe}</p>
        <p>{words.next}</p>
        {words.button && act && <Button onClick={act}>{words.button.label}</Button>}
      </div>
    </div>
  );
}
