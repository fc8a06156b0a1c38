// What went wrong with a fill, and the browser's question where access was missing: for the frame that the background named,
// else for the site. Leans on state/site-access.ts; the request is made directly in the click.
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
      await requestAccess(patterns);
    });
  return (
    <>
      <Trouble error={fill.error} acts={{ allow }} />
      <Trouble error={act.error} />
    </>
  );
}
