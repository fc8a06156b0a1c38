// The popup's place as its screens use it. Kept as a draft, so that reopening comes back to it while that is still what the user was
// doing; later the popup opens on the site in front of them. Leans on place.ts.
import { useCallback, useEffect } from 'preact/hooks';
import { fireAndForget } from '../../lib/report.ts';
import { useDraft } from './draft.ts';
import { HOME, type Place, placeOf, shownPlace, type TabName } from './place.ts';

export type Go = (place: Partial<Place> & { tab: TabName }) => void;

/** When this page was opened: the age of a kept place is judged once, not while the popup stays open. */
const OPENED_AT = Date.now();

export function usePlace(): { place: Place; ready: boolean; go: Go } {
  const draft = useDraft('popup.place', HOME);
  const go = useCallback<Go>(
    (next) => draft.set({ screen: 'list', id: '', ...next, at: Date.now() }),
    [draft.set],
  );
  useEffect(() => {
    if (draft.ready) fireAndForget(shownPlace.set(draft.value), 'place shown');
  }, [draft.ready, draft.value]);
  return { place: placeOf(draft.value, OPENED_AT), ready: draft.ready, go };
}
