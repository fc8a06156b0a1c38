// What the route files of the shop share: the world, the sessions, the mailer and how a page is framed.
import type { World } from '../world/world.ts';
import type { Mailer } from './mailer.ts';
import type { Session, Sessions } from './session.ts';
import type { Frame } from './views/layout.ts';

export interface Shop {
  world: World;
  sessions: Sessions;
  mailer: Mailer;
  /** The frame of a page for this session; says the session's notice once. */
  frame(session: Session, title: string): Frame;
}
