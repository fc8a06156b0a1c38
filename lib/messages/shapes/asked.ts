// How the arguments of the calls in app/asked.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { AskedCalls } from '../app/asked.ts';
import type { Shapes } from '../server.ts';
import { id, none } from './parts.ts';

export const askedShapes: Shapes<AskedCalls> = {
  'checks.here': none,
  'checks.link': v.object({ id }),
  'checks.asked': v.object({ id }),
  'asked.list': none,
  'asked.keep': v.object({ id }),
  'asked.look': v.object({ id }),
  'asked.privacy': v.object({ id }),
  'asked.forget': v.object({ id }),
  'verifiers.list': none,
  'verifiers.know': v.object({ id }),
  'verifiers.forget': v.object({ id }),
};
