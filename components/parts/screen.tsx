// A screen one level in: back button, title that takes focus when it opens, Esc goes back instead of closing the popup.
// Leans on nothing; keeps no route.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from './button.tsx';

export interface ScreenProps {
  title: string;
  onBack: () => void;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function Screen({ title, onBack, actions, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const end = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // An open dialog takes Esc for itself.
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKeyDown, { signal: end.signal });
    return () => end.abort();
  }, [onBack]);
  return (
    <section class="screen">
      <header class="screen-head">
        <Button kind="quiet" icon="back" label={t('actionBack')} onClick={onBack} />
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {actions}
      </header>
      <div class="screen-body">{children}</div>
    </section>
  );
}
