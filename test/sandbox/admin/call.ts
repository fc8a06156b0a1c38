// What an admin route gets, and what it throws when the thing it was asked about is not there (answered as 404). Knows no
// HTTP library.
import type { Courier } from '../kayle/sending.ts';
import type { RealtimeControls } from '../realtime/server.ts';
import type { World } from '../world/world.ts';

export interface AdminCall {
  world: World;
  realtime: RealtimeControls;
  courier: Courier;
  body: unknown;
  param(name: string): string;
  query: URLSearchParams;
}

export class NotThere extends Error {}
