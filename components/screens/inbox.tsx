// Mail and SMS of the identities: the list, one message, or one being written. Leans on the place it is given.
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { InboxList } from './inbox-list.tsx';
import { MessageView } from './message-view.tsx';
import { MessageWrite } from './message-write.tsx';

/** In a list `place.id` is the identity whose messages are shown; else the message opened or answered, then that identity. */
export function Inbox({ place, go }: { place: Place; go: Go }) {
  const [id = '', filter = ''] = place.id.split('\n');
  if (place.screen === 'open') {
    const answer = () => go({ tab: 'inbox', screen: 'new', id: place.id });
    return <MessageView key={id} id={id} onBack={() => go({ tab: 'inbox', id: filter })} onAnswer={answer} />;
  }
  if (place.screen === 'new') {
    // Back to the message that is answered, if any.
    const back = () => go({ tab: 'inbox', screen: id ? 'open' : 'list', id: id ? place.id : filter });
    return <MessageWrite key={place.id} answered={id} from={filter} onBack={back} />;
  }
  return <InboxList filter={place.id} go={go} />;
}
