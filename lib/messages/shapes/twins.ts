// How the arguments of the calls in app/twins.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { TwinCalls } from '../app/twins.ts';
import type { Shapes } from '../server.ts';
import { id, none } from './parts.ts';

export const twinShapes: Shapes<TwinCalls> = {
  'twins.list': none,
  'twins.settle': v.object({ accountId: id, remoteId: id, end: v.picklist(['delete', 'keep']) }),
};
