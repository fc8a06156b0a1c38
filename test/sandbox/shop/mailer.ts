// Sends the shop's letters by SMTP, at once or after a while. A delayed letter dies with the sandbox instead of
// keeping it alive.
import { setTimeout as pause } from 'node:timers/promises';
import type { Post } from '../post/send.ts';
import type { ShopUser } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { CORNER_SHOP } from './brand.ts';
import { letters } from './letters.ts';
import type { ShopOptions } from './session.ts';
import { drawCode, drawToken } from './users.ts';

export interface Mailer {
  /** Resolves when the letters are accepted by SMTP, or at once when they are to come later. */
  sendCode(user: ShopUser, options: ShopOptions): Promise<void>;
}

export function createMailer(
  world: World,
  post: Post,
  home: () => { origin: string; host: string },
  closing: AbortSignal,
): Mailer {
  const send = async (user: ShopUser, options: ShopOptions): Promise<void> => {
    const { origin, host } = home();
    const written = letters[options.mail]({
      brand: CORNER_SHOP,
      from: `${CORNER_SHOP.name} <no-reply@${host}>`,
      to: user.email,
      name: user.name,
      home: origin,
      year: new Date(world.now()).getUTCFullYear(),
      draw: () => drawCode(world, user),
      confirm: () => `${origin}/confirm?token=${drawToken(world, user)}`,
      other: () => world.random.digits(6),
    });
    for (const letter of written) await post.send(letter);
  };
  return {
    async sendCode(user, options) {
      if (options.code_delay_ms === 0) return send(user, options);
      pause(options.code_delay_ms, undefined, { signal: closing, ref: false }).then(
        () => send(user, options).catch((error) => console.error('sandbox shop mail:', error)),
        // The only way for the pause to fail is the sandbox closing: then nobody waits for the letter.
        () => undefined,
      );
    },
  };
}
