// The services whose recordings can be replayed, by the name that `npm run conformance` takes: a row each.
import { replayAnonli } from './anonli.ts';
import { replayKayle } from './kayle.ts';
import type { Replayer } from './outcome.ts';

export const REPLAYERS: Readonly<Record<string, Replayer>> = {
  anonli: replayAnonli,
  kayle: replayKayle,
};
