// What went wrong with a fill, and the way on: the browser's question where access was missing, for the frame that the background
// named, else for the site; the user's word where the field is another site's. Leans on state/site-access.ts; the request is made
// directly in the click.
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../state/ask.ts';
import type { Fill } from '../state/fill.ts';
import { patternOfUrl, patternsOf, requestAccess } from '../state/site-access.ts';

export function FillTrouble({ fill, site }: { fill: Fill; site: string }) {
  const act = useAct('permissions.request');
  const { host } = fill.error?.detail ?? {};
  // The background names a frame by its origin, and a page by nothing.
  const frame = host === undefined ? null : patternOfUrl(host);
  const patterns = frame ? [frame] : patternsOf(host ?? site);
  const allow = () =>
    act.run(async () => {
      // Who agreed to a frame by its name has said where it goes.
      if ((await requestAccess(patterns)) && frame && host !== undefined) fill.fillThere(host);
    });
  const there = () => {
    if (host !== undefined) fill.fillThere(host);
  };
  return (
    <>
      <Trouble error={fill.error} acts={{ allow, there }} />
      <Trouble error={act.error} />
    </>
  );
}
