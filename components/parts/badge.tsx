// A word or two about the state of a thing, set apart from its name. Leans on style/lists.css; colour never says it alone.
import type { ComponentChildren } from 'preact';

export type BadgeTone = 'plain' | 'good' | 'warn' | 'bad';

export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
