// The mark beside the name, in the accent colour. Decoration only: the name is said by the heading.
import { MASK } from './mask.ts';

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path fill-rule="evenodd" d={MASK} />
    </svg>
  );
}
